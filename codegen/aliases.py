"""Names of parts of arrays that are written into, as the parts themselves.

After `row = B[i]` the write `row *= 2` is one into B, whose memory row is a part of. Where the facts
show such a write, the function is lowered again without the name: `B[i] *= 2`, and `for row in B:`
as a loop over the places of B. This holds as long as the names in `B[i]` stay what they are, which
is looked at here; that `B[i]` is a part of an array and no copy has been seen before.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from codegen.scopes import COMPREHENSIONS, targets
from codegen.transposes import is_full, is_transpose, placed, straight, straightened, turns
from codegen.trees import Transformer, child_nodes, copied, walk
from codegen.ways import way_by_way
from codegen.writes import BLOCKS

Places = frozenset[tuple[int, int, str]]  # where statements give names to parts of arrays, and the names
Fresh = Callable[[str], str]
Builtin = Callable[[str], bool]
OPEN = "[:]"  # behind a name: its part may be a number for all that is known
LISTED = "[i]"  # it is a list of numbers, in a list
HELD = "[a]"  # it is an array, in a list
WORDS = ("enumerate", "len", "min", "range", "reversed", "zip")  # what loops over items are, and become


def without_aliases(
    body: list[ast.stmt], places: Places, parameters: frozenset[str], fresh: Fresh, is_builtin: Builtin
) -> list[ast.stmt]:
    """The body with parts of arrays in the place of their names, as far as these are always the same."""
    if not places:
        return body
    plain_loops = all(map(is_builtin, WORDS))
    body = way_by_way(copied(body), places)
    body = [new for statement in body for new in _one_by_one(statement, places)]
    kept: set[int] = set()
    while group := _group(body, places, kept):
        looped = any(isinstance(namer.node, ast.For) for namer in group)
        if (plain_loops or not looped) and _is_plain(body, group, parameters, places):
            counted = _counted(body) - parameters if plain_loops else frozenset()
            for namer in (namer for namer in group if namer.parts):
                _see_through(namer, fresh, counted, places)
            _tidy(body, {id(namer.node) for namer in group if namer.parts})
        kept |= {id(namer.node) for namer in group}
    for block in list(blocks_of(body)):
        block[:] = [straightened(s, {name for *at, name in places if (*at,) == where(s)}) for s in block]
    return body


@dataclass(frozen=True)
class _Namer:
    """A statement that gives names to parts: an assignment, or a loop (`position` is that of its items).

    `span` are the statements in which the names may stand, in a block of their own: what is below
    the assignment, as far as to the next that gives a name of its group another meaning. An assignment
    of a value that is no part is one of a group for its span alone; the name is `kept` there.
    """

    node: ast.Assign | ast.For
    parts: Mapping[str, ast.expr]
    span: list[ast.stmt]
    position: str = ""
    kept: str = ""


def _one_by_one(statement: ast.stmt, places: Places) -> list[ast.stmt]:
    """`a = b = x` as `a = x` and `b = a`, and `a, b = x, y` as two; both may be names of parts."""
    for name in BLOCKS:
        inner = getattr(statement, name, None)
        if isinstance(inner, list):
            setattr(statement, name, [new for part in inner for new in _one_by_one(part, places)])
    if not isinstance(statement, ast.Assign) or where(statement) not in {known[:2] for known in places}:
        return [statement]
    targets = statement.targets
    if len(targets) > 1 and all(isinstance(target, ast.Name) for target in targets):
        first = targets[0].id  # type: ignore[attr-defined]
        values = [statement.value, *(ast.Name(first, ast.Load()) for _ in targets[1:])]
        return _in_row([ast.Assign([t], v) for t, v in zip(targets, values)], statement)
    if len(targets) == 1 and isinstance(targets[0], ast.Tuple) and isinstance(statement.value, ast.Tuple):
        names, parts = targets[0].elts, statement.value.elts
        bound = {target.id for target in names if isinstance(target, ast.Name)}
        apart = len(bound) == len(names) == len(parts)
        if apart and not any(named_in([part]) & bound for part in parts):
            return _in_row([ast.Assign([t], v) for t, v in zip(names, parts)], statement)
    return [statement]


def _group(body: list[ast.stmt], places: Places, kept: set[int]) -> list[_Namer]:
    """The next statements that have names in common, all that give these to anything."""
    named = [
        (node, {n: part for n, part in parts.items() if (*where(node), n) in places})
        for node, parts in _namers(body)
    ]
    found = [(node, parts) for node, parts in named if parts and _can_count(node, parts)]
    first = next((parts for node, parts in found if id(node) not in kept), None)
    if first is None:
        return []
    names: set[str] = set()
    more = set(first)
    while more - names:
        names |= more
        more = {name for _, parts in found for name in parts if names & set(parts)}
    group = [(node, parts) for node, parts in found if names & set(parts)]
    others = [*_others(body, names, {id(node) for node, _ in group})]
    nodes = {id(node) for node, _ in (*others, *group)}
    namers = [_Namer(node, parts, _span(body, node, nodes), position_in(node)) for node, parts in group]
    return namers + [_Namer(node, {}, _span(body, node, nodes), kept=name) for node, name in others]


def _others(
    body: list[ast.stmt], names: set[str], known: set[int]
) -> Iterator[tuple[ast.Assign | ast.For, str]]:
    """The statements that give such names to values of their own, and the names, which stay there."""
    for node in (node for block in blocks_of(body) for node in block if id(node) not in known):
        if isinstance(node, ast.For):
            yield from ((node, name) for name in sorted(named_in([node.target]) & names))
        elif isinstance(node, ast.Assign) and len(node.targets) == 1:
            target = node.targets[0]
            if isinstance(target, ast.Name) and target.id in names and not is_part(node.value):
                yield node, target.id


def _namers(body: list[ast.stmt]) -> Iterator[tuple[ast.Assign | ast.For, dict[str, ast.expr]]]:
    """The statements that may give names to parts, in order, and the parts by name."""
    for block in blocks_of(body):
        for node in block:
            if isinstance(node, ast.For):
                yield node, _items(node)
            elif isinstance(node, ast.Assign) and len(node.targets) == 1:
                target, own = node.targets[0], not getattr(node, "restored", False)
                if isinstance(target, ast.Name) and own and is_part(node.value):
                    yield node, {target.id: node.value}


def blocks_of(body: list[ast.stmt]) -> Iterator[list[ast.stmt]]:
    """A block, and those in its statements."""
    yield body
    for statement in body:
        for name in BLOCKS:
            inner = getattr(statement, name, None)
            if isinstance(inner, list):
                yield from blocks_of(inner)


def is_part(value: ast.expr) -> bool:
    """Whether a value is a name, or an item or a slice of one at places that names and numbers give."""
    if isinstance(value, ast.Name) or is_transpose(value):
        return True
    parts = (ast.Name, ast.Constant, ast.Slice, ast.Tuple, ast.UnaryOp, ast.BinOp)
    others = (ast.Load, ast.unaryop, ast.operator)
    return (
        isinstance(value, ast.Subscript)
        and is_part(value.value)
        and all(isinstance(node, (*parts, *others)) for node in walk(value.slice))
        and not any(isinstance(n, ast.Constant) and isinstance(n.value, str) for n in walk(value.slice))
    )


def _items(loop: ast.For) -> dict[str, ast.expr]:
    """The names that a loop gives items of sequences with names, and these items; none if it does not."""
    position = position_in(loop)
    names = [n.id for n in walk(loop.target) if isinstance(n, ast.Name)]
    if len({*names}) != len(names):
        return {}
    index = ast.Name(position, ast.Load())
    return {
        target.id: ast.Subscript(turned(over), index, ast.Load())
        for target, over in sequences(loop)
        if isinstance(target, ast.Name) and is_part(turned(over))
    }


def sequences(loop: ast.For) -> list[tuple[ast.expr, ast.expr]]:
    """What a loop goes over, side by side, each with what its items are given to."""
    over, target = loop.iter, loop.target
    if position_in(loop):
        over, target = over.args[0], target.elts[1]  # type: ignore[attr-defined]
    if not _is_call(over, "zip"):
        return [(target, over)]
    together = target.elts if isinstance(target, ast.Tuple) else []
    beside: list[ast.expr] = over.args  # type: ignore[attr-defined]
    return list(zip(together, beside)) if len(together) == len(beside) else []


def turned(over: ast.expr) -> ast.expr:
    """A sequence, whichever way a loop goes through it."""
    return over.args[0] if _is_call(over, "reversed", 1) else over  # type: ignore[attr-defined]


def _can_count(node: ast.stmt, parts: Mapping[str, ast.expr]) -> bool:
    """Whether one number says in each turn where these items are."""
    if not isinstance(node, ast.For):
        return True
    pairs = sequences(node)
    backwards = any(turned(over) is not over for target, over in pairs if named_in([target]) & set(parts))
    return not backwards or (len(parts) == 1 and not position_in(node))


def position_in(node: ast.stmt) -> str:
    """The user's name of the position in a loop; nothing where there is none."""
    if not isinstance(node, ast.For) or not _is_call(node.iter, "enumerate", 1):
        return ""
    pair = node.target.elts if isinstance(node.target, ast.Tuple) else []
    return pair[0].id if len(pair) == 2 and isinstance(pair[0], ast.Name) else ""


def _is_call(node: ast.expr, word: str, count: int | None = None) -> bool:
    """Whether an expression is a plain call of a builtin."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.keywords:
        return False
    starred = any(isinstance(arg, ast.Starred) for arg in node.args)
    return node.func.id == word and not starred and count in (None, len(node.args))


def _span(body: list[ast.stmt], node: ast.stmt, group: set[int]) -> list[ast.stmt]:
    """The statements in which the names that one gives may stand."""
    if isinstance(node, ast.For):
        return node.body
    block = next(block for block in blocks_of(body) if any(s is node for s in block))
    start = next(i for i, s in enumerate(block) if s is node) + 1
    own = (i for i in range(start, len(block)) if id(block[i]) in group and isinstance(block[i], ast.Assign))
    return block[start : next(own, len(block))]


def _is_noted(namer: _Namer, name: str, places: Places, *words: str) -> bool:
    """Whether more is known of a name, which one of some words says."""
    return any((*where(namer.node), name + word) in places for word in words)


def _is_plain(body: list[ast.stmt], group: list[_Namer], parameters: frozenset[str], places: Places) -> bool:
    """Whether the names of a group are read where they have one meaning only, and may go."""
    names = {name for namer in group for name in namer.parts}
    augmented = {id(n.target) for s in body for n in walk(s) if isinstance(n, ast.AugAssign)}
    inner = [n for s in body for n in walk(s) if isinstance(n, (ast.Lambda, ast.FunctionDef))]
    hidden = any(named_in([node]) & names for node in inner) or any(
        isinstance(n, ast.arg) and n.arg in names for s in body for n in walk(s)
    )
    for name in names:
        spans = [namer.span for namer in group if name in namer.parts or name == namer.kept]
        inside = [n for span in spans for n in _mentions(span, name)]
        others = [n for n in inside if not isinstance(n.ctx, ast.Load) and id(n) not in augmented]
        if others or len(_mentions(body, name)) != len(inside) + len(spans):
            return False
    apart = all(_stays(n, name, part) for n in group for name, part in n.parts.items())
    kept = all(_keeps_items(n, name, part, places) for n in group for name, part in n.parts.items())
    return apart and kept and not hidden and not names & parameters


def _stays(namer: _Namer, name: str, part: ast.expr) -> bool:
    """Whether the names in a part stay what they are, as long as it is read by its own name.

    A loop goes over what its sequence was at first, so in all of its turns.
    """
    span, looped = namer.span, isinstance(namer.node, ast.For)
    last = max((i for i, s in enumerate(span) if looped or _mentions([s], name)), default=-1)
    for statement in span[: last + 1]:
        ends = statement is span[last] and isinstance(statement, ast.Assign) and not looped
        if ends and not _mentions(statement.targets, name):  # type: ignore[attr-defined]
            statement = statement.value  # type: ignore[attr-defined]
        if gives_another_meaning(statement, part):
            return False
    return True


def gives_another_meaning(statement: ast.AST, part: ast.expr) -> bool:
    """Whether a statement gives a name in a part another value; what augments an array does not."""
    names, whole = named_in([part]), part
    while isinstance(whole, (ast.Subscript, ast.Attribute)):
        whole = whole.value
    same = [n.target for n in walk(statement) if isinstance(n, ast.AugAssign)]
    arrays = {id(t) for t in same if isinstance(t, ast.Name) and t.id == whole.id}  # type: ignore[attr-defined]
    for node in walk(statement):
        stored = isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)
        if stored and node.id in names and id(node) not in arrays:  # type: ignore[attr-defined]
            return True
        if isinstance(node, ast.arg) and node.arg in names:
            return True
    return False


def _keeps_items(namer: _Namer, name: str, part: ast.expr, places: Places) -> bool:
    """Whether what is an item of a list stays that: the list is only asked for items and for how many.

    So is the item, where that is a list itself. Where it is an array, `xs[k] *= 2` leaves it in its place.
    """
    listed = _is_noted(namer, name, places, LISTED)
    if not listed and not _is_noted(namer, name, places, HELD):
        return True
    whole = part.value if isinstance(part, ast.Subscript) else part
    if isinstance(whole, ast.Subscript) and isinstance(whole.slice, ast.Slice):
        if listed or _begin(whole.slice) is None or not isinstance(namer.node, ast.For):
            return False
        whole = whole.value
    if not isinstance(whole, ast.Name):
        return False
    fine: set[int] = set() if listed else {*_behind_the_last(namer.span, name)}
    for node in (n for statement in namer.span for n in walk(statement)):
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
            mine = node.value.id == name or isinstance(node.ctx, ast.Load)
            fine |= {id(node.value)} if mine and not isinstance(node.slice, ast.Slice) else set()
        elif isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Subscript) and not listed:
            fine |= set() if isinstance(node.target.slice, ast.Slice) else {id(node.target.value)}
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("len", "sum", "max", "min"):
            fine |= {id(arg) for arg in node.args}
        elif isinstance(node, ast.For):
            fine |= {id(over) for _, over in sequences(node) if getattr(over, "id", "") == name}
        elif isinstance(node, ast.comprehension):
            fine.add(id(node.iter))
    both = [*(_mentions(namer.span, name) if listed else ()), *_mentions(namer.span, whole.id)]
    return all(id(node) in fine for node in both)


def _behind_the_last(span: list[ast.stmt], name: str) -> Iterator[int]:
    """The lists that get an item when a name is read for the last time, or behind that."""
    last = max((i for i, s in enumerate(span) if _mentions([s], name)), default=0)
    for statement in span[last:]:
        targets = statement.targets if isinstance(statement, ast.Assign) else []
        call = statement.value if isinstance(statement, ast.Expr) else None
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "append":
            targets = [call.func]
        for target in targets:
            if isinstance(target, (ast.Attribute, ast.Subscript)) and not _mentions([target], name):
                yield id(target.value)


def _mentions(nodes: Sequence[ast.AST], name: str) -> list[ast.Name]:
    """Where a name stands, but in comprehensions that have one of their own."""
    found: list[ast.Name] = []
    waiting = list(nodes)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Name) and node.id == name:
            found.append(node)
        own = isinstance(node, COMPREHENSIONS) and name in targets(node)
        waiting += [node.generators[0].iter] if own else child_nodes(node)  # type: ignore[attr-defined]
    return found


def named_in(nodes: Sequence[ast.AST]) -> set[str]:
    """The names that stand in something."""
    return {n.id for node in nodes for n in walk(node) if isinstance(n, ast.Name)}


def _counted(body: list[ast.stmt]) -> frozenset[str]:
    """The names that only loops over ranges, and `enumerate`, give numbers to."""
    loops = [n for s in body for n in walk(s) if isinstance(n, ast.For) and isinstance(n.iter, ast.Call)]
    ranges = [n for n in loops if isinstance(n.iter.func, ast.Name) and n.iter.func.id == "range"]  # type: ignore[attr-defined]
    counts = Counter(n.target.id for n in ranges if isinstance(n.target, ast.Name))
    counts.update(map(position_in, loops))
    names = (n for s in body for n in walk(s) if isinstance(n, ast.Name))
    stored = Counter(n.id for n in names if not isinstance(n.ctx, ast.Load))
    return frozenset(name for name, times in counts.items() if stored[name] == times)


def _see_through(namer: _Namer, fresh: Fresh, counted: frozenset[str], places: Places) -> None:
    """Puts parts in the place of their names, and lets the names go."""
    node, parts, span = namer.node, dict(namer.parts), namer.span
    may_be_numbers = frozenset(name for name in parts if (*where(node), name + OPEN) in places)
    if isinstance(node, ast.For):
        position = namer.position or fresh("i")
        wholes = {name: part.value for name, part in parts.items()}  # type: ignore[attr-defined]
        count_places(node, position, {*parts})
        parts = {n: item_at(whole, position, {position}) for n, whole in wholes.items()}
        counted |= {position}
    plain = {name: part if turns(part) else straight(part) for name, part in parts.items()}
    rows = frozenset(name for name in parts if _is_noted(namer, name, places, LISTED, HELD))
    put = _Put(plain, counted, may_be_numbers, rows)
    for statement in span:
        put.into(statement)


def count_places(loop: ast.For, position: str, items: Set[str]) -> None:
    """A loop over items that have such names as one over their places, and over what else it goes over."""
    pairs = [(target, over, named_in([target]) & items) for target, over in sequences(loop)]
    lengths = [_length(turned(over)) for _, over, part in pairs if part]
    positions = _call("range", lengths[0] if len(lengths) == 1 else _call("min", *lengths))
    if any(turned(over) is not over for _, over, part in pairs if part):
        positions = _call("reversed", positions)
    others = [(target, over) for target, over, part in pairs if not part]
    target: ast.expr = ast.Name(position, ast.Store())
    if others:
        target = ast.Tuple([target, *(other for other, _ in others)], ast.Store())
        positions = _call("zip", positions, *(over for _, over in others))
    loop.target, loop.iter = placed(target, loop.target), placed(positions, loop.iter)
    loop.changed = True  # type: ignore[attr-defined]


def _length(whole: ast.expr) -> ast.expr:
    if not is_transpose(whole):
        return _call("len", whole)
    shape = ast.Attribute(whole.value, "shape", ast.Load())  # type: ignore[attr-defined]
    return ast.Subscript(shape, ast.Constant(1), ast.Load())


def item_at(whole: ast.expr, position: str, counted: Set[str]) -> ast.expr:
    """What is at a place of a sequence: of a slice that has a beginning, at a place of what that is of."""
    index: ast.expr = ast.Name(position, ast.Load())
    part = whole.slice if isinstance(whole, ast.Subscript) else None
    begin = _begin(part) if isinstance(part, ast.Slice) else None
    if begin is not None:
        index = ast.BinOp(index, ast.Add(), ast.Constant(begin)) if begin else index
        return ast.Subscript(whole.value, index, ast.Load())  # type: ignore[attr-defined]
    return _merged(whole, index, ast.Load(), counted)


def _begin(part: ast.Slice) -> int | None:
    """Where a slice begins that goes on one by one, if that is known, and counted from the start."""
    begin = 0 if part.lower is None else getattr(part.lower, "value", None)
    return begin if isinstance(begin, int) and begin >= 0 and part.step is None else None


def _merged(whole: ast.expr, index: ast.expr, ctx: ast.expr_context, counted: Set[str]) -> ast.expr:
    """`B[i, j]` for `B[i][j]`, where that is the same for what is known of i and j."""

    def is_number(node: ast.expr) -> bool:
        if isinstance(node, ast.BinOp):
            return is_number(node.left) and is_number(node.right)
        inner = node.operand if isinstance(node, ast.UnaryOp) else node
        number = isinstance(inner, ast.Constant) and type(inner.value) is int
        return number or (isinstance(inner, ast.Name) and inner.id in counted)

    first = _elements(whole.slice) if isinstance(whole, ast.Subscript) else []
    then = _elements(index)
    plain = all(isinstance(node, ast.Slice) or is_number(node) for node in then)
    if isinstance(whole, ast.Subscript) and plain and all(is_full(n) or is_number(n) for n in first):
        rest = list(then)
        both = [rest.pop(0) if is_full(node) and rest else node for node in first] + rest
        return ast.Subscript(whole.value, ast.Tuple(both, ast.Load()), ctx)
    return ast.Subscript(whole, index, ctx)


def _elements(index: ast.expr) -> list[ast.expr]:
    return index.elts if isinstance(index, ast.Tuple) else [index]


def _opened(part: ast.expr, read: bool) -> ast.expr:
    """`B[i, :]` for `B[i]`, and `B[...]` for B if it is not only read, which raise where this is a number.

    What augments a number under a name of its own leaves B as it is.
    """
    if isinstance(part, ast.Subscript):
        row = ast.Tuple([*_elements(part.slice), ast.Slice()], ast.Load())
        return ast.Subscript(part.value, row, ast.Load())
    return part if read else ast.Subscript(part, ast.Constant(...), ast.Load())


class _Put(Transformer):
    """Puts parts in the place of names."""

    def __init__(
        self,
        parts: Mapping[str, ast.expr],
        counted: frozenset[str],
        may_be_numbers: frozenset[str],
        rows: frozenset[str],
    ) -> None:
        self.parts, self.counted, self.may_be_numbers, self.rows = parts, counted, may_be_numbers, rows

    def into(self, statement: ast.stmt) -> None:
        """Changes a statement, and those in its blocks."""
        if isinstance(statement, ast.Return) and (returned := _returned(statement) & set(self.parts)):
            statement.before = [self._again(name, statement) for name in sorted(returned)]  # type: ignore[attr-defined]
            rest = {name: part for name, part in self.parts.items() if name not in returned}
            _Put(rest, self.counted, self.may_be_numbers, self.rows).into(statement)
            return
        for name, value in ast.iter_fields(statement):
            for node in value if isinstance(value, list) else [value]:
                if isinstance(node, ast.stmt):
                    self.into(node)
            inner = [value] if isinstance(value, ast.AST) else value if isinstance(value, list) else []
            if named_in([n for n in inner if not isinstance(n, ast.stmt)]) & set(self.parts):
                new = [self.visit(node) for node in inner]
                setattr(statement, name, new if isinstance(value, list) else new[0])
                statement.changed = True  # type: ignore[attr-defined]
        ast.fix_missing_locations(statement)

    def _again(self, name: str, statement: ast.Return) -> ast.stmt:
        """What is returned by its name is given it again there."""
        again = ast.Assign([ast.Name(name, ast.Store())], copied(self.parts[name]))
        for node in walk(again):
            ast.copy_location(node, statement)
        again.restored = again.changed = again.made = True  # type: ignore[attr-defined]
        return again

    def visit(self, node: ast.AST) -> Any:
        """A node; a comprehension leaves its own names alone."""
        own = targets(node) & set(self.parts) if isinstance(node, COMPREHENSIONS) else None
        if not own:
            return super().visit(node)
        first: ast.comprehension = node.generators[0]  # type: ignore[attr-defined]
        over, first.iter = self.visit(first.iter), ast.Constant(None)
        rest = {name: part for name, part in self.parts.items() if name not in own}
        _Put(rest, self.counted, self.may_be_numbers, self.rows).generic_visit(node)
        first.iter = over
        return node

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """The part, to be read or to be augmented."""
        if node.id not in self.parts:
            return node
        part = copied(self.parts[node.id])
        if node.id in self.may_be_numbers:
            part = _opened(part, read=isinstance(node.ctx, ast.Load))
        part.ctx = node.ctx  # type: ignore[attr-defined]
        return _at(part, node)

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        """A part of a part."""
        whole, index = self.visit(node.value), self.visit(node.slice)
        if isinstance(node.value, ast.Name) and node.value.id in self.parts:
            if node.value.id in self.rows:
                return _at(ast.Subscript(whole, index, node.ctx), node)
            return _at(_merged(whole, index, node.ctx, self.counted), node)
        node.value, node.slice = whole, index
        return node


def _returned(statement: ast.Return) -> set[str]:
    """The names that are returned as they are."""
    value = statement.value
    parts = value.elts if isinstance(value, ast.Tuple) else [value]
    return {part.id for part in parts if isinstance(part, ast.Name)}


def _at(new: ast.expr, old: ast.expr) -> ast.expr:
    for node in walk(new):
        ast.copy_location(node, old)
    return new


def _tidy(body: list[ast.stmt], gone: set[int]) -> None:
    """Takes assignments out, and puts what is given a name again before what returns it."""
    for block in list(blocks_of(body)):
        new: list[ast.stmt] = []
        for statement in block:
            if id(statement) in gone and isinstance(statement, ast.Assign):
                nothing = ast.copy_location(ast.Pass(), statement)
                nothing.changed = nothing.gone = True  # type: ignore[attr-defined]
                statement = nothing
            new += [*getattr(statement, "before", ()), statement]
            statement.before = []  # type: ignore[attr-defined]
        block[:] = new


def where(node: ast.stmt) -> tuple[int, int]:
    """Where a statement stands: what it is known by when the function is lowered again."""
    return (node.lineno, node.col_offset)


def _call(name: str, *args: ast.expr) -> ast.expr:
    return ast.Call(ast.Name(name, ast.Load()), [copied(arg) for arg in args], [])


def _in_row(new: list[ast.Assign], place: ast.stmt) -> list[ast.stmt]:
    """Assignments in the place of one, whose comment is that of the first."""
    for statement in new:
        for node in walk(statement):
            if not getattr(node, "lineno", 0):
                ast.copy_location(node, place)
        statement.changed = True  # type: ignore[attr-defined]
        statement.made = statement is not new[0]  # type: ignore[attr-defined]
    return list(new)
