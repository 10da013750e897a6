"""Loops over a few values that the source names, written out turn by turn.

`for w in (x, y): ...` has a turn for `x` and one for `y`, and the mirror of each is known. So have
loops over the items of a tuple, a list or a dict that is made in the function and not changed, and
loops over `zip` and `enumerate` of these.
"""

from __future__ import annotations

import ast
import copy
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from codegen.inline import MOST_NODES, Cannot, put_in, short
from codegen.scopes import COMPREHENSIONS, SCOPES, bound_in, free
from codegen.stays import Functions, stays
from codegen.trees import Transformer, child_nodes, copied, walk

MOST = 16  # turns that are written out
CHANGING = ("append", "extend", "insert", "pop", "popitem", "remove", "clear", "update", "setdefault", "sort")
Display = ast.Tuple | ast.List | ast.Dict


@dataclass(frozen=True)
class Words:
    """What names mean that a function does not bind: which are Python's, tuples of words, functions."""

    is_builtin: Callable[[str], bool]
    tuples: Mapping[str, ast.Tuple]
    functions: Functions

    def stays(self, whole: ast.AST, name: str) -> bool:
        """Whether what a name stands for keeps its items."""
        return stays(whole, name, self.is_builtin, self.functions)


def tuples_of_words(constants: Mapping[str, ast.stmt]) -> dict[str, ast.Tuple]:
    """The constants of a module that are tuples of texts, as the keys of a dict may be."""
    values = ((name, getattr(statement, "value", None)) for name, statement in constants.items())
    return {
        name: value
        for name, value in values
        if isinstance(value, ast.Tuple)
        and all(isinstance(item, ast.Constant) and isinstance(item.value, str) for item in value.elts)
    }


def unrolled(body: list[ast.stmt], parameters: frozenset[str], words: Words) -> list[ast.stmt]:
    """The body with loops over values that are named in the source written out."""
    return _Unroll(body, parameters, words).block(body)


def one_unrolled(
    body: list[ast.stmt], loop: ast.For, parameters: frozenset[str], words: Words
) -> list[ast.stmt]:
    """What one of the loops in a body stands for; the loop itself where it is not written out."""
    return _Unroll(body, parameters, words).statement(loop)


def known_displays(body: list[ast.stmt], parameters: frozenset[str], words: Words) -> dict[str, Display]:
    """The names that are given one value, a display of items that are all known, and keep it."""
    whole = ast.Module(body, [])
    return _known_displays(whole, list(walk(whole)), parameters, words)


def _known_displays(
    whole: ast.Module, parts: list[ast.AST], parameters: frozenset[str], words: Words
) -> dict[str, Display]:
    found = {name: value for name, value in _displays(parts).items() if name not in parameters}
    return {n: value for n, value in found.items() if isinstance(value, ast.Tuple) or words.stays(whole, n)}


class _Unroll:
    """Rewrites blocks; `displays` are the values of names that are made of known items and stay so."""

    def __init__(self, body: list[ast.stmt], parameters: frozenset[str], words: Words) -> None:
        self.words, self.is_builtin = words, words.is_builtin
        self.whole = ast.Module(body, [])
        parts = list(walk(self.whole))
        own = bound_in(self.whole) | parameters if words.tuples else parameters
        self.displays: dict[str, Display] = {n: t for n, t in words.tuples.items() if n not in own}
        self.displays.update(_known_displays(self.whole, parts, parameters, words))
        self.room = MOST_NODES
        times = Counter(parameters) + _stored(parts) if self.displays else Counter()
        self.once = {name for name, count in times.items() if count == 1}
        self.spells_out = any(isinstance(part, COMPREHENSIONS) for part in parts)

    def block(self, statements: list[ast.stmt]) -> list[ast.stmt]:
        """A block, its loops written out."""
        out = [new for statement in statements for new in self.statement(statement)]
        if statements and all(getattr(new, "gone", False) for new in out):
            out.append(ast.copy_location(ast.Pass(), statements[-1]))
        return out

    def statement(self, statement: ast.stmt) -> list[ast.stmt]:
        """What stands in the place of a statement."""
        if isinstance(statement, (*SCOPES, ast.ClassDef)):
            return [statement]
        loop = statement
        for name in ("body", "orelse"):
            inner = getattr(statement, name, None)
            if isinstance(inner, list) and inner and isinstance(inner[0], ast.stmt):
                statement = copy.copy(statement)
                setattr(statement, name, self.block(inner))
        if self.spells_out:
            _SpelledOut(self, statement).run()
        if not isinstance(statement, ast.For) or any(_leaves(s) or _defines(s) for s in statement.body):
            return [statement]
        items = self.items(statement.iter)
        if items is None or len(items) > MOST or _numbers(items) or not self._stay(items, statement):
            return [statement]
        inside = {part.id for part in walk(statement.target) if isinstance(part, ast.Name)}
        self.room -= len(items) * sum(1 for _ in ast.walk(statement))
        if self.room < 0:
            return [statement]
        kept = any(_is_read_behind(self.whole, loop, name) for name in inside)
        turns = [turn for item in items for turn in self.turn(statement, item, kept)]
        if turns or statement.orelse:
            return [*turns, *statement.orelse]
        nothing = ast.copy_location(ast.Pass(), statement)
        nothing.changed = nothing.gone = True  # type: ignore[attr-defined]
        return [nothing]

    def items(self, node: ast.expr) -> list[ast.expr] | None:
        """What a loop goes over, item by item; None if that is not known."""
        if isinstance(node, (ast.Tuple, ast.List)):
            return None if _starred(node) else list(node.elts)
        if isinstance(node, ast.Name) and node.id in self.displays:
            value = self.displays[node.id]
            return _keys(value) if isinstance(value, ast.Dict) else self._places(node, value.elts)
        if not isinstance(node, ast.Call) or node.keywords:
            return None
        if isinstance(node.func, ast.Attribute):
            return self._view(node.func) if not node.args else None
        word = node.func.id if isinstance(node.func, ast.Name) and self.is_builtin(node.func.id) else ""
        parts = [self.items(part) for part in node.args]
        known = [part for part in parts if part is not None]
        if len(known) < len(parts) or not parts:
            return None
        if word == "zip":
            return [_tuple(list(row), node) for row in zip(*known)]
        if word == "enumerate" and len(known) == 1:
            return [_tuple([ast.Constant(i), item], node) for i, item in enumerate(known[0])]
        if word == "reversed" and len(known) == 1:
            return known[0][::-1]
        return None

    def _view(self, function: ast.Attribute) -> list[ast.expr] | None:
        """The items of `d.items()`, `d.keys()` or `d.values()`, of a dict of known keys."""
        node = function.value
        value = self.displays.get(node.id) if isinstance(node, ast.Name) else None
        if not isinstance(value, ast.Dict) or not isinstance(node, ast.Name):
            return None
        keys = _keys(value)
        items = [self._place(node, key, item) for key, item in zip(keys, value.values)]
        pairs = [_tuple([key, item], node) for key, item in zip(keys, items)]
        return {"keys": keys, "values": items, "items": pairs}.get(function.attr)

    def _places(self, node: ast.Name, items: list[ast.expr]) -> list[ast.expr]:
        return [self._place(node, ast.Constant(i), item) for i, item in enumerate(items)]

    def _place(self, node: ast.Name, key: ast.expr, item: ast.expr) -> ast.expr:
        """An item of a display: the name of its value, if that has no other, or what is written there."""
        if isinstance(item, ast.Constant) or (isinstance(item, ast.Name) and item.id in self.once):
            return item
        return ast.Subscript(node, key, ast.Load())

    def _stay(self, items: list[ast.expr], loop: ast.For) -> bool:
        """Whether the items are in each turn what they were before the first."""
        names = frozenset(name for item in items for name in free(item))
        body = ast.Module([*loop.body], [])
        if names & (bound_in(body) | bound_in(loop.target)):
            return False
        parts = [part for item in items for part in (item.elts if isinstance(item, ast.Tuple) else [item])]
        changed = {name for name in names if not self.words.stays(body, name)}
        return all(isinstance(part, ast.Name) or not changed & free(part) for part in parts)

    def turn(self, loop: ast.For, item: ast.expr, kept: bool) -> list[ast.stmt]:
        """One turn: the body, with the item in the place of the target, or given to it (`kept`)."""
        values = _matched(loop.target, item)
        names = {part.id for part in walk(loop.target) if isinstance(part, ast.Name)}
        body = ast.Module(copied(loop.body), [])
        within = list(walk(body))
        changed = any(_changes(within, name) for name in names) or bool(names & bound_in(body))
        if values is not None and all(map(short, values.values())) and not kept and not changed:
            try:
                new = put_in(copied(body), values)
            except Cannot:
                pass
            else:
                assert isinstance(new, ast.Module)
                _mark(new.body, loop.body)
                return new.body
        first = ast.copy_location(ast.Assign([copied(loop.target)], copied(item)), loop)
        for part in walk(first):
            ast.copy_location(part, loop)
        first.made = True  # type: ignore[attr-defined]
        _mark(body.body, loop.body)
        return [first, *body.body]


class _SpelledOut(Transformer):
    """Writes out the comprehensions in a statement that go over values which the source names."""

    def __init__(self, work: _Unroll, statement: ast.stmt) -> None:
        self.work, self.statement, self.changed = work, statement, False

    def run(self) -> None:
        """The expressions of the statement itself; statements in it are on their own."""
        for field, value in ast.iter_fields(self.statement):
            if isinstance(value, ast.expr):
                setattr(self.statement, field, self.visit(value))
        if self.changed:
            self.statement.changed = True  # type: ignore[attr-defined]

    def visit(self, node: ast.AST) -> ast.AST:
        """One expression; what a function in it has is left alone."""
        if isinstance(node, SCOPES):
            return node
        new = super().visit(node)
        if isinstance(new, ast.Call):
            return self._called(new)
        if isinstance(new, (ast.ListComp, ast.DictComp)):
            return self._written(new) or new
        assert isinstance(new, ast.AST)
        return new

    def _written(self, node: ast.ListComp | ast.DictComp | ast.GeneratorExp) -> ast.expr | None:
        items = self.work.items(node.generators[0].iter)
        if items is None or len(items) > MOST or _numbers(items):
            return None
        new = spelled_out(node, items)
        self.changed = self.changed or new is not None
        return new

    def _called(self, node: ast.Call) -> ast.expr:
        """A sum of what is written out adds it up; a star in front of it gives the items."""
        word = node.func.id if isinstance(node.func, ast.Name) and self.work.is_builtin(node.func.id) else ""
        node.args = [item for arg in node.args for item in self._starred(arg)]
        first = node.args[0] if len(node.args) == 1 and not node.keywords else None
        if word in ("sum", "list", "tuple") and isinstance(first, ast.GeneratorExp):
            first = self._written(first)
            node.args = [first or node.args[0]]
            if word != "sum" and isinstance(first, ast.List):
                new = first if word == "list" else ast.Tuple(first.elts, ast.Load())
                return ast.copy_location(new, node)
        if word == "sum" and isinstance(first, ast.List) and self.changed and first.elts:
            total = first.elts[0]
            for item in first.elts[1:]:
                total = ast.copy_location(ast.BinOp(total, ast.Add(), item), node)
            return total
        return node

    def _starred(self, arg: ast.expr) -> list[ast.expr]:
        """The arguments that a star in front of what is written out stands for."""
        if not isinstance(arg, ast.Starred):
            return [arg]
        value = arg.value
        if isinstance(value, ast.GeneratorExp):
            value = self._written(value) or value
        return value.elts if isinstance(value, ast.List) and self.changed and not _starred(value) else [arg]


def spelled_out(
    node: ast.ListComp | ast.DictComp | ast.GeneratorExp, items: list[ast.expr]
) -> ast.List | ast.Dict | None:
    """What a comprehension makes of these items; None where that is not what a person would write."""
    (generator, *others) = node.generators
    if others or generator.ifs or generator.is_async:
        return None
    keys, values = list[ast.expr | None](), list[ast.expr]()
    for item in items:
        given = _matched(generator.target, item)
        if given is None or not all(map(short, given.values())):
            return None
        try:
            parts = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
            new = [put_in(copied(part), given) for part in parts]
        except Cannot:
            return None
        values.append(new[-1])  # type: ignore[arg-type]
        keys.append(new[0])  # type: ignore[arg-type]
    if not isinstance(node, ast.DictComp):
        return ast.copy_location(ast.List(values, ast.Load()), node)
    words = [key.value for key in keys if isinstance(key, ast.Constant)]
    if len({*words}) < len(keys):
        return None
    return ast.copy_location(ast.Dict(keys, values), node)


def _mark(new: list[ast.stmt], old: list[ast.stmt]) -> None:
    """Says of statements that differ from those in the source that they do."""
    for mine, theirs in zip(new, old):
        alone = theirs.col_offset and (len(old) == 1 or len({s.lineno for s in old}) == len(old))
        if ast.dump(mine) != ast.dump(theirs) or not alone or hasattr(theirs, "changed"):
            mine.changed = True  # type: ignore[attr-defined]
        for field in ("body", "orelse"):
            if isinstance(getattr(mine, field, None), list):
                _mark(getattr(mine, field), getattr(theirs, field))


def _matched(target: ast.expr, item: ast.expr) -> dict[str, ast.expr] | None:
    """What each name of a target is given; None where that is not written out."""
    if isinstance(target, ast.Name):
        return {target.id: item}
    if not isinstance(target, (ast.Tuple, ast.List)) or not isinstance(item, (ast.Tuple, ast.List)):
        return None
    if len(target.elts) != len(item.elts):
        return None
    found: dict[str, ast.expr] = {}
    for part, value in zip(target.elts, item.elts):
        inner = _matched(part, value)
        if inner is None:
            return None
        found.update(inner)
    return found


def _displays(parts: list[ast.AST]) -> Mapping[str, Display]:
    """The names that are given one value, a display of items that are all known."""
    displays = (ast.Dict, ast.Tuple, ast.List)
    given = [part for part in parts if isinstance(part, ast.Assign) and isinstance(part.value, displays)]
    times = _stored(parts) if given else Counter[str]()
    found: dict[str, Display] = {}
    for node in given:
        target, value = node.targets[0], node.value
        if len(node.targets) != 1 or not isinstance(target, ast.Name) or times[target.id] != 1:
            continue
        if isinstance(value, ast.Dict):
            keys = [key.value for key in value.keys if isinstance(key, ast.Constant)]
            if len(keys) == len(value.keys) == len(set(keys)):
                found[target.id] = value
        elif isinstance(value, (ast.Tuple, ast.List)) and not _starred(value):
            found[target.id] = value
    return found


def _stored(parts: list[ast.AST]) -> Counter[str]:
    """How often each name is bound."""
    return Counter(part.id for part in parts if isinstance(part, ast.Name) and _stores(part))


def _changes(parts: list[ast.AST], name: str) -> bool:
    """Whether the items of a name may become others: by a write, a method, or another name for it."""
    for node in parts:
        if isinstance(node, ast.Subscript) and _stores(node) and _is(node.value, name):
            return True
        method = node.func if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else None
        if method is not None and method.attr in CHANGING and _is(method.value, name):
            return True
        if isinstance(node, (ast.Assign, ast.NamedExpr)) and _is(node.value, name):
            return True
        if isinstance(node, ast.AugAssign) and _is(node.target, name):
            return True
    return False


def _starred(node: ast.Tuple | ast.List) -> bool:
    return any(isinstance(part, ast.Starred) for part in node.elts)


def _numbers(items: list[ast.expr]) -> bool:
    """Whether all items are numbers, over which a loop is as good."""
    parts = (part for item in items for part in walk(item))
    return bool(items) and not any(
        isinstance(part, ast.Name) or isinstance(getattr(part, "value", None), str) for part in parts
    )


def _stores(node: ast.Name | ast.Subscript) -> bool:
    return not isinstance(node.ctx, ast.Load)


def _is(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _reads(node: ast.AST) -> Counter[str]:
    """How often each name is read."""
    return Counter(p.id for p in walk(node) if isinstance(p, ast.Name) and not _stores(p))


def _is_read_behind(whole: ast.Module, loop: ast.stmt, name: str) -> bool:
    """Whether a name that a loop binds may be read behind its turns, as they left it: in its `else`, too."""
    loops = [n for n in walk(whole) if isinstance(n, ast.For) and name in bound_in(n.target)]
    others = [n for n in loops if n is loop or not any(part is loop for part in walk(n))]
    outer = [n for n in others if not any(n is not m and any(n is p for p in walk(m)) for m in others)]
    inside = sum((_reads(ast.Module(n.body, []))[name] for n in outer), 0)
    return _reads(whole)[name] > inside


def _leaves(node: ast.AST) -> bool:
    """Whether a statement may leave the loop around it, or its turn."""
    if isinstance(node, (ast.Break, ast.Continue, ast.Return)):
        return True
    if isinstance(node, ast.expr):
        return False
    if isinstance(node, (ast.For, ast.While)):  # a jump in its `else` is not its own
        returns = any(isinstance(part, ast.Return) for part in walk(node))
        return returns or any(map(_leaves, node.orelse))
    return any(_leaves(child) for child in child_nodes(node))


def _defines(node: ast.AST) -> bool:
    """Whether a function is defined in a statement, which is then one function."""
    return any(isinstance(part, (*SCOPES, ast.ClassDef)) for part in walk(node))


def _keys(value: ast.Dict) -> list[ast.expr]:
    return [key for key in value.keys if key is not None]


def _tuple(parts: list[ast.expr], place: ast.expr) -> ast.expr:
    return ast.copy_location(ast.Tuple(parts, ast.Load()), place)
