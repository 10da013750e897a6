"""Lists that are changed or taken apart, by plain statements: each item put in or taken out by itself.

`ys.extend(xs)` is a loop that appends, and so is `ys += xs` of a list. `del ys[i]` is `ys.pop(i)`; an item
that is taken out is read first: `v = ys.pop()` is `v = ys[-1]`, `ys.pop()`, and `ys.remove(v)` takes out
what is at `ys.index(v)`. `a, *rest = xs` is `a = xs[0]`, `rest = xs[1:]`, and `us, vs = zip(*pairs)` a loop
that appends to both.
"""

from __future__ import annotations

import ast
import copy
from collections import Counter
from collections.abc import Callable, Iterator, Set
from typing import TypeGuard

from codegen.columns import with_columns
from codegen.emptied import with_emptied_lists
from codegen.renewed import appended, in_row, pairs, with_new_lists
from codegen.scopes import SCOPES, free
from codegen.terms import RESIZING
from codegen.trees import Transformer, child_nodes, copied, walk

MADE = (ast.ListComp, ast.GeneratorExp)
READING = ("sum", "len", "min", "max", "zip", "enumerate", "reversed")
GIVING = ("tuple", "zip", "enumerate", "reversed", "range", "map", "filter")
OF_DICTS = ("items", "keys", "values")
ARRAYS = ("array", "asarray", "stack", "sum", "dot", "mean")
LIKE = ("copy_of", "zeros_of")  # what these make of a list is one
BLOCKS = ("body", "orelse")
SIMPLE = (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Return, ast.Expr)
Fresh = Callable[[str], str]
IsBuiltin = Callable[[str], bool]


def with_plain_lists(
    body: list[ast.stmt], own: Set[str], listed: Set[str], fresh: Fresh, is_builtin: IsBuiltin
) -> list[ast.stmt]:
    """The body with such statements written plainly; `own` are arguments, and some are `listed` as lists."""
    body = with_columns(body, fresh, is_builtin)
    lists = _lists(body, own, listed, is_builtin)
    body = with_new_lists(body, lists, own, is_builtin)
    body = with_emptied_lists(body, lists - own, fresh, is_builtin)
    return _Lists(lists, fresh, is_builtin, body).block(body)


def _lists(body: list[ast.stmt], own: Set[str], listed: Set[str], is_builtin: IsBuiltin) -> set[str]:
    """The names that are never given anything but lists."""
    given: dict[str, list[ast.expr]] = {}
    parts = [part for statement in body for part in walk(statement)]
    stored = (p for p in parts if isinstance(p, ast.Name) and not isinstance(p.ctx, ast.Load))
    bound = Counter(part.id for part in stored)
    adds = Counter(
        p.target.id for p in parts if isinstance(p, ast.AugAssign) and isinstance(p.target, ast.Name)
    )
    for part in parts:
        targets = part.targets if isinstance(part, ast.Assign) else []
        if isinstance(part, ast.AnnAssign):
            targets = [part.target]
        value = part.value if isinstance(part, (ast.Assign, ast.AnnAssign)) else None
        for name, item in (pair for t in targets for pair in pairs(t, value)):
            given.setdefault(name, []).append(item)
    plain = {n for n, values in given.items() if bound[n] == len(values) + adds[n]}
    lists = {*listed} - {*bound} | (plain - own)
    while wrong := {n for n in lists & {*given} if not all(_is_list(v, lists, is_builtin) for v in given[n])}:
        lists -= wrong
    return lists


def _read_by_items(parts: list[ast.AST]) -> set[str]:
    """The names that are given a value once, and are only gone over, or asked for items or for their sum."""
    fine: set[int] = set()
    for part in parts:
        if isinstance(part, ast.Subscript) and not isinstance(part.slice, ast.Slice):
            fine.add(id(part.value))
        elif isinstance(part, (ast.For, ast.comprehension)):
            fine.add(id(part.iter))
        elif isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id in READING:
            fine |= {id(arg) for arg in part.args}
        elif isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute) and part.func.attr in ARRAYS:
            fine |= {id(arg) for arg in part.args[:1]}
    named = [part for part in parts if isinstance(part, ast.Name)]
    bound = Counter(part.id for part in named if not isinstance(part.ctx, ast.Load))
    other = {part.id for part in named if isinstance(part.ctx, ast.Load) and id(part) not in fine}
    return {name for name, times in bound.items() if times == 1} - other


def _only_joined(parts: list[ast.AST]) -> set[str]:
    """The names that begin as `[]` and are only read and joined with others: there an array raises."""
    stores = [part.id for part in parts if isinstance(part, ast.Name) and not isinstance(part.ctx, ast.Load)]
    fine = [part.target.id for part in parts if isinstance(part, ast.AugAssign) and _is_named(part.target)]
    for part in (p for p in parts if isinstance(p, ast.Assign)):
        empty = isinstance(part.value, ast.List) and not part.value.elts
        fine += [t.id for t in part.targets if isinstance(t, ast.Name)] if empty else []
    changed = {p.value.id for p in parts if isinstance(p, ast.Attribute) and _is_named(p.value)}
    return {name for name in {*fine} - changed if stores.count(name) == fine.count(name)}


def _copied_and_popped(parts: list[ast.AST]) -> set[str]:
    """The names that are given copies, `dys = copy_of(dys)`, of which last items are taken out: lists."""
    values = [(p.targets[0], p.value) for p in parts if isinstance(p, ast.Assign) and len(p.targets) == 1]
    calls = [(t.id, v.func) for t, v in values if isinstance(t, ast.Name) and isinstance(v, ast.Call)]
    copies = {name for name, func in calls if isinstance(func, ast.Name) and func.id in LIKE}
    methods = (p.func for p in parts if isinstance(p, ast.Call) and not (p.args or p.keywords))
    popped = (f.value for f in methods if isinstance(f, ast.Attribute) and f.attr == "pop")
    return copies & {whole.id for whole in popped if isinstance(whole, ast.Name)}


def _is_named(node: ast.expr) -> TypeGuard[ast.Name]:
    return isinstance(node, ast.Name)


def _is_list(value: ast.expr, lists: Set[str], is_builtin: IsBuiltin) -> bool:
    """Whether an expression makes a list, or is one of these names of lists."""
    if isinstance(value, (ast.List, ast.ListComp)):
        return True
    if isinstance(value, ast.Name):
        return value.id in lists
    if isinstance(value, ast.BinOp):
        sides = [_is_list(side, lists, is_builtin) for side in (value.left, value.right)]
        return all(sides) if isinstance(value.op, ast.Add) else isinstance(value.op, ast.Mult) and any(sides)
    if isinstance(value, ast.Subscript):
        return isinstance(value.slice, ast.Slice) and _is_list(value.value, lists, is_builtin)
    if not isinstance(value, ast.Call):
        return False
    if isinstance(value.func, ast.Attribute):
        return value.func.attr == "copy" and not value.args and _is_list(value.func.value, lists, is_builtin)
    return (
        isinstance(value.func, ast.Name) and value.func.id in ("list", "sorted") and is_builtin(value.func.id)
    )


class _Lists:
    """Goes through the statements of a body; `lists` are names that are only given lists."""

    def __init__(self, lists: set[str], fresh: Fresh, is_builtin: IsBuiltin, body: list[ast.stmt]) -> None:
        self.lists, self.fresh, self.is_builtin = lists, fresh, is_builtin
        parts = [part for statement in body for part in walk(statement)]
        inside = {id(n) for c in parts if isinstance(c, MADE) for n in walk(c)}
        self.read_by_items = _read_by_items(parts)
        self.only_joined = _only_joined(parts)
        self.popped = _copied_and_popped(parts)
        self.taken = {n.id for n in parts if isinstance(n, ast.Name) and id(n) not in inside}
        self.taken |= free(ast.Module(body, []))

    def block(self, body: list[ast.stmt]) -> list[ast.stmt]:
        """A block, with what stands in the place of its statements."""
        return [new for statement in body for new in self.statement(statement)]

    def statement(self, node: ast.stmt) -> list[ast.stmt]:
        """What stands in the place of a statement."""
        for name in BLOCKS:
            inner = getattr(node, name, None)
            if isinstance(inner, list) and not isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                node = copy.copy(node)
                setattr(node, name, self.block(inner))
        if isinstance(node, ast.Delete):
            return self.deleted(node)
        if isinstance(node, ast.For) and (named := self.named_slices(node)):
            return named
        above, node = self.without_pops(node)
        return [*above, *self.plain(node)]

    def named_slices(self, node: ast.For) -> list[ast.stmt]:
        """A loop over slices of lists that its turns change, with names for these: they stay as they are."""
        parts = [part for statement in node.body for part in walk(statement)]
        changed = {name for part in parts for name in _changed(part, self.is_builtin)}
        above: list[ast.stmt] = []
        instead: dict[int, ast.expr] = {}
        new = copy.copy(node)
        new.iter = copied(node.iter)
        for place in _gone_over(new.iter, self.is_builtin):
            inner = [part for part in walk(place) if isinstance(part, ast.Subscript)]
            slices = [part.value for part in inner if isinstance(part.slice, ast.Slice)]
            names = {whole.id for whole in slices if isinstance(whole, ast.Name)} & self.lists & changed
            if names and isinstance(place, (ast.Subscript, ast.IfExp)):
                name = self.fresh(f"{min(names)}_part")
                above.append(ast.Assign([ast.Name(name, ast.Store())], copied(place)))
                instead[id(place)] = ast.Name(name, ast.Load())
        new.iter = _Instead(instead).visit(new.iter)  # type: ignore[assignment]
        return in_row([*above, new], node) if above else []

    def plain(self, node: ast.stmt) -> list[ast.stmt]:
        """A statement in which no item is taken out."""
        if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name) and self.adds(node):
            return self.extended(node.target.id, node.value, node)
        call = node.value if isinstance(node, ast.Expr) else None
        method = call.func if isinstance(call, ast.Call) else None
        whole = method.value if isinstance(method, ast.Attribute) and method.attr == "extend" else None
        if isinstance(call, ast.Call) and isinstance(whole, ast.Name) and len(call.args) == 1:
            return self.extended(whole.id, call.args[0], node)
        removed = method.value if isinstance(method, ast.Attribute) and method.attr == "remove" else None
        if isinstance(call, ast.Call) and isinstance(removed, ast.Name) and removed.id in self.lists:
            return self.removed(removed.id, call, node)
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            target = node.targets[0]
            if isinstance(target, (ast.Tuple, ast.List)) and isinstance(node.value, ast.Name):
                return self.taken_apart(target.elts, node.value, node)
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Call):
                return self.unzipped(target.elts, node.value, node)
        return [node]

    def adds(self, node: ast.AugAssign) -> bool:
        """Whether an augmented assignment puts items into a list; with an array it is a sum."""
        name = getattr(node.target, "id", "")
        mine = isinstance(node.op, ast.Add) and name in self.lists
        return mine and (name in self.only_joined or self.holds_items(node.value))

    def holds_items(self, value: ast.expr) -> bool:
        """Whether a value is certainly something to go over, and no array."""
        if isinstance(value, (ast.Tuple, ast.GeneratorExp)) or _is_list(value, self.lists, self.is_builtin):
            return True
        called = value.func if isinstance(value, ast.Call) else None
        if isinstance(called, ast.Attribute):
            return called.attr in OF_DICTS
        return isinstance(called, ast.Name) and called.id in GIVING and self.is_builtin(called.id)

    def extended(self, name: str, items: ast.expr, node: ast.stmt) -> list[ast.stmt]:
        """The items appended, one by one, in a loop where it is not known how many there are."""
        if isinstance(items, ast.Starred):
            return [node]
        if name in _read(items):
            return self.extended_by_itself(name, items, node)
        if isinstance(items, (ast.List, ast.Tuple)):
            if any(isinstance(item, ast.Starred) for item in items.elts) or not items.elts:
                return [node]
            return in_row([appended(name, item) for item in items.elts], node)
        if isinstance(items, MADE):
            return in_row([self.loop(name, copied(items))], node)
        item = self.fresh("item")
        target, value = ast.Name(item, ast.Store()), ast.Name(item, ast.Load())
        return in_row([ast.For(target, items, [appended(name, value)], [])], node)

    def extended_by_itself(self, name: str, items: ast.expr, node: ast.stmt) -> list[ast.stmt]:
        """What is read of the list that is extended is read before it is."""
        if isinstance(items, ast.GeneratorExp) or not self.is_builtin("list"):
            return [node]  # it would read what it has given
        more, value = self.fresh("more"), items
        if isinstance(items, ast.Name):
            value = ast.Call(ast.Name("list", ast.Load()), [items], [])
        made = ast.Assign([ast.Name(more, ast.Store())], value)
        first = in_row([made], node)
        rest = self.extended(name, ast.copy_location(ast.Name(more, ast.Load()), node), node)
        for statement in rest:
            statement.made = True  # type: ignore[attr-defined]
        return [*first, *rest]

    def loop(self, name: str, made: ast.ListComp | ast.GeneratorExp) -> ast.stmt:
        """The loops of a comprehension, whose own names are no others of the function."""
        targets = (n for g in made.generators for n in walk(g.target) if isinstance(n, ast.Name))
        own = dict.fromkeys(n.id for n in targets)
        names = {name: self.fresh(name) for name in own if name in self.taken}
        first = {id(n) for n in walk(made.generators[0].iter)}
        for part in walk(made):
            if isinstance(part, ast.Name) and id(part) not in first:
                part.id = names.get(part.id, part.id)
        inner: ast.stmt = appended(name, made.elt)
        for part in reversed(made.generators):
            for test in reversed(part.ifs):
                inner = ast.If(test, [inner], [])
            inner = ast.For(part.target, part.iter, [inner], [])
        return inner

    def deleted(self, node: ast.Delete) -> list[ast.stmt]:
        """`del ys[i]` as `ys.pop(i)`, target by target."""
        out: list[ast.stmt] = []
        for target in node.targets:
            part = target if isinstance(target, ast.Subscript) else None
            name = part.value.id if part is not None and isinstance(part.value, ast.Name) else ""
            if part is None or name not in self.lists or any(isinstance(n, ast.Slice) for n in walk(part)):
                if len(node.targets) == 1:
                    return [node]
                out.append(ast.Delete([target]))
            else:
                out.append(ast.Expr(_method(name, "pop", [part.slice])))
        return in_row(out, node)

    def removed(self, name: str, call: ast.Call, node: ast.stmt) -> list[ast.stmt]:
        """`ys.remove(v)` as `place = ys.index(v)`, `ys.pop(place)`."""
        place = self.fresh("place")
        found = ast.Assign([ast.Name(place, ast.Store())], _method(name, "index", call.args))
        return in_row([found, ast.Expr(_method(name, "pop", [ast.Name(place, ast.Load())]))], node)

    def taken_apart(self, targets: list[ast.expr], whole: ast.Name, node: ast.stmt) -> list[ast.stmt]:
        """`a, *rest = xs` as an item for each name but the last, or the first, which is given a list."""
        starred = [i for i, target in enumerate(targets) if isinstance(target, ast.Starred)]
        names = [t.value if isinstance(t, ast.Starred) else t for t in targets]
        if len(starred) != 1 or starred[0] not in (0, len(targets) - 1) or not self.is_builtin("list"):
            return [node]
        words = [name.id for name in names if isinstance(name, ast.Name)]
        if len({*words}) < len(targets) or len(targets) == 1:
            return [node]
        first = starred[0] == 0
        count = len(targets) - 1
        out: list[ast.Assign] = []
        for place, name in enumerate(names):
            number = ast.Constant(place - count - 1 if first else place)
            value: ast.expr = ast.Subscript(whole, number, ast.Load())
            if place == starred[0]:
                bounds = (None, ast.Constant(-count), None) if first else (ast.Constant(count), None, None)
                value = ast.Subscript(whole, ast.Slice(*bounds), ast.Load())
                if whole.id not in self.lists:
                    value = ast.Call(ast.Name("list", ast.Load()), [value], [])
            out.append(ast.Assign([name], value))
        out.sort(key=lambda new: getattr(new.targets[0], "id", "") == whole.id)  # it is read until then
        return in_row(out, node)

    def unzipped(self, targets: list[ast.expr], call: ast.Call, node: ast.stmt) -> list[ast.stmt]:
        """`us, vs = zip(*pairs)` as a loop over the pairs, if nothing tells that these are no tuples."""
        names = [target.id for target in targets if isinstance(target, ast.Name)]
        pairs = call.args[0].value if len(call.args) == 1 and isinstance(call.args[0], ast.Starred) else None
        word = call.func.id if isinstance(call.func, ast.Name) and not call.keywords else ""
        if word != "zip" or not self.is_builtin(word) or not isinstance(pairs, ast.Name):
            return [node]
        if len({*names, pairs.id}) <= len(targets) or not {*names} <= self.read_by_items:
            return [node]
        items = [self.fresh("item") for _ in names]
        target = ast.Tuple([ast.Name(item, ast.Store()) for item in items], ast.Store())
        body = [appended(name, ast.Name(item, ast.Load())) for name, item in zip(names, items)]
        made = [ast.Assign([ast.Name(name, ast.Store())], ast.List([], ast.Load())) for name in names]
        return in_row([*made, ast.For(target, pairs, body, [])], node)

    # Items that are taken out.

    def without_pops(self, node: ast.stmt) -> tuple[list[ast.stmt], ast.stmt]:
        """A statement without the items that it takes out of lists, and what takes them out above it."""
        field = "test" if isinstance(node, ast.If) else "value"
        value = getattr(node, field, None)
        if not isinstance(node, (*SIMPLE, ast.If)) or not isinstance(value, ast.expr):
            return [], node
        found = list(self.pops(value))
        if not found or (isinstance(node, ast.Expr) and found == [value]):
            return [], node
        if not self.can_be_first(node, value, found):
            return [], node
        new = copy.copy(node)
        value = copied(value)
        found = list(self.pops(value))
        target = node.targets[0] if isinstance(node, ast.Assign) and len(node.targets) == 1 else None
        read = {name for pop in found for name in _read(pop)}
        if found == [value] and isinstance(target, ast.Name) and target.id not in read:
            read_first, taken = in_row(self.taken_out(found[0], target), node)
            return [read_first], taken
        above: list[ast.stmt] = []
        names: dict[int, ast.expr] = {}
        for pop in found:
            name = self.fresh("out" if isinstance(node, ast.Return) and pop is value else "item")
            above += self.taken_out(pop, ast.Name(name, ast.Store()))
            names[id(pop)] = ast.Name(name, ast.Load())
        setattr(new, field, _Instead(names).visit(value))
        *above, changed = in_row([*above, new], node)
        return above, changed

    def pops(self, node: ast.AST) -> Iterator[ast.Call]:
        """The calls that take an item out of a list, in the order in which they run, where they always do."""
        if isinstance(node, (*SCOPES, ast.Lambda)):
            return
        inner: list[ast.AST] = child_nodes(node)
        if isinstance(node, ast.IfExp):
            inner = [node.test]
        elif isinstance(node, ast.BoolOp):
            inner = [*node.values[:1]]
        elif isinstance(node, ast.Compare):
            inner = [node.left, *node.comparators[:1]]
        for child in inner:
            yield from self.pops(child)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "pop":
            whole = node.func.value
            named = isinstance(whole, ast.Name) and whole.id in self.lists | self.popped
            if named and len(node.args) < 2 and not node.keywords and all(map(_is_plain, node.args)):
                yield node

    def can_be_first(self, node: ast.stmt, value: ast.expr, found: list[ast.Call]) -> bool:
        """Whether nothing that runs before the items are taken out reads the lists, or is seen by that."""
        names = {pop.func.value.id for pop in found}  # type: ignore[attr-defined]
        mine = {id(pop.func.value) for pop in found}  # type: ignore[attr-defined]
        method = value.func if isinstance(node, ast.Expr) and isinstance(value, ast.Call) else None
        if isinstance(method, ast.Attribute) and method.attr in RESIZING:
            mine.add(id(method.value))  # it is changed after that
        order = list(_in_order(value))
        last = max(order.index(pop) for pop in found)
        before = [*order[:last], *(walk(node.target) if isinstance(node, ast.AugAssign) else ())]
        if any(isinstance(part, (ast.NamedExpr, ast.Await, ast.Yield, ast.YieldFrom)) for part in order):
            return False
        return not any(isinstance(p, ast.Name) and p.id in names and id(p) not in mine for p in before)

    def taken_out(self, pop: ast.Call, target: ast.expr) -> list[ast.stmt]:
        """An item read, and then taken out."""
        whole = pop.func.value.id  # type: ignore[attr-defined]
        place = pop.args[0] if pop.args else ast.UnaryOp(ast.USub(), ast.Constant(1))
        item = ast.Subscript(ast.Name(whole, ast.Load()), place, ast.Load())
        return [ast.Assign([target], item), ast.Expr(_method(whole, "pop", copied(pop.args)))]


class _Instead(Transformer):
    """Names in the place of some parts of an expression."""

    def __init__(self, names: dict[int, ast.expr]) -> None:
        self.names = names

    def visit(self, node: ast.AST) -> ast.AST:
        """A part, or the name for it."""
        return self.names[id(node)] if id(node) in self.names else self.generic_visit(node)


def _in_order(node: ast.AST) -> Iterator[ast.AST]:
    """What stands in an expression, in the order in which it is computed; a whole behind its parts."""
    for child in child_nodes(node):
        yield from _in_order(child)
    yield node


def _read(node: ast.AST) -> set[str]:
    return {part.id for part in walk(node) if isinstance(part, ast.Name)}


def _is_plain(node: ast.expr) -> bool:
    """Whether an index may be read twice: it is a name or a number."""
    return isinstance(node.operand if isinstance(node, ast.UnaryOp) else node, (ast.Name, ast.Constant))


def _gone_over(over: ast.expr, is_builtin: IsBuiltin) -> list[ast.expr]:
    """What a loop goes over, at once or side by side."""
    if not isinstance(over, ast.Call) or not isinstance(over.func, ast.Name):
        return [over]
    beside = over.func.id in ("enumerate", "reversed", "zip") and is_builtin(over.func.id)
    return [inner for arg in over.args for inner in _gone_over(arg, is_builtin)] if beside else [over]


def _changed(part: ast.AST, is_builtin: IsBuiltin) -> Iterator[str]:
    """The names of what is written into here, or may be."""
    if isinstance(part, ast.Subscript) and not isinstance(part.ctx, ast.Load):
        whole: ast.expr = part
        while isinstance(whole, ast.Subscript):
            whole = whole.value
        yield from [whole.id] if isinstance(whole, ast.Name) else []
    elif isinstance(part, ast.Call):
        reads = isinstance(part.func, ast.Name) and is_builtin(part.func.id)
        given = [] if reads else [*part.args, *(word.value for word in part.keywords)]
        given += [part.func.value] if isinstance(part.func, ast.Attribute) else []
        yield from (arg.id for arg in given if isinstance(arg, ast.Name))


def _method(name: str, word: str, args: list[ast.expr]) -> ast.Call:
    return ast.Call(ast.Attribute(ast.Name(name, ast.Load()), word, ast.Load()), args, [])
