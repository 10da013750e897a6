"""A last look at every output: names are bound, the cache is read, no gradient stands in another's place.

What this finds is a defect of the program, never of its input. It costs one parse.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from codegen.cache import NO_VALUE_CALLS, only_shape
from codegen.flow import one_gradient, one_memory
from codegen.lower import Bind, Lowered
from codegen.mirror import BackLine, Backward, Block, Group, gradient, is_made, names_in, nested
from codegen.simplify import bare, is_one
from codegen.structure import always_raises
from codegen.terms import counts_some
from codegen.trees import walk

Held = dict[str, frozenset[str]]


class Defect(RuntimeError):
    """The program has written something that it must not write."""


def verify(text: str) -> None:
    """Raises `Defect` if a generated module breaks one of the rules that can be seen in its text."""
    tree = ast.parse(text)
    known = set(dir(builtins)) | set(_bound_at_top(tree))
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            _verify_function(node, known)


def _bound_at_top(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node.name
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            yield from (alias.asname or alias.name.split(".")[0] for alias in node.names)
        else:
            yield from (n.id for n in walk(node) if isinstance(n, ast.Name))


def _verify_function(node: ast.FunctionDef, known: set[str]) -> None:
    bound: set[str] = set()
    read: set[str] = set()
    for part in walk(node):
        if isinstance(part, ast.Name):
            (read if isinstance(part.ctx, ast.Load) else bound).add(part.id)
        elif isinstance(part, ast.arg):
            bound.add(part.arg)
        elif isinstance(part, ast.FunctionDef):
            bound.add(part.name)
    if unbound := read - bound - known:
        raise Defect(f"{node.name} reads {', '.join(sorted(unbound))}, bound nowhere")
    if node.name.endswith("_backward"):
        unpacked = _unpacked(node)
        if unread := unpacked - read:
            raise Defect(f"{node.name} unpacks {', '.join(sorted(unread))}, and does not read it")


def _unpacked(node: ast.FunctionDef) -> set[str]:
    """The names that the first statement takes out of the last argument, if that is what it does."""
    rest = node.body[1:] if ast.get_docstring(node) is not None else node.body
    first = rest[0] if rest else None
    if not isinstance(first, ast.Assign) or not isinstance(first.value, ast.Name) or not node.args.args:
        return set()
    if first.value.id != node.args.args[-1].arg:
        return set()
    return {n.id for n in walk(first.targets[0]) if isinstance(n, ast.Name)}


def verify_gradients(lowered: Lowered, backward: Backward, spelling: Mapping[str, str]) -> None:
    """Raises `Defect` where a gradient is read under a name that may not hold it, or is lost.

    Two versions of a name may share the user's spelling, and so do their gradients (`dx = 2 * dx`).
    That is right as long as the one is not read any more when the other one is there: on whatever
    way through loops and branches.
    """
    follow = _Follow(lowered, spelling)
    held = {spelling[up]: frozenset([follow.one(up)]) for up in backward.upstream if up is not None}
    ways = follow.row((-1, 0), nested(backward.groups), _Way(held, frozenset()), look=True)
    for _, name in backward.gradients:
        follow.reads(name, ways)


@dataclass(frozen=True)
class _Way:
    """What is known in a place of the mirror, on whatever way it was reached.

    `held` are the gradients that each name holds on every way; `unread` the names that on some way have
    been given something that was not read since.
    """

    held: Held
    unread: frozenset[str]

    def or_else(self, other: _Way) -> _Way:
        """What is known whichever of two ways was taken."""
        held = {name: self.held[name] & other.held[name] for name in self.held.keys() & other.held.keys()}
        return _Way(held, self.unread | other.unread)


class _Follow:
    """Follows which gradients each name holds; versions that meet, or are of one memory, have one.

    The mirror of what gives such a variable a new value ends what its gradient has been: behind that it must
    be given its value anew, if what was before has any part in it.
    """

    def __init__(self, lowered: Lowered, spelling: Mapping[str, str]) -> None:
        self.lowered, self.spelling = lowered, spelling
        self.memory = one_memory(lowered)
        self.shared = one_gradient(lowered, self.memory)
        self.rows = _rows(lowered)

    def one(self, target: str) -> str:
        """The gradient that a version has with all of its memory."""
        return gradient(self.memory.get(target[2:], target[2:]))

    def of(self, version: str) -> str:
        """The gradient on a version."""
        whole = self.memory.get(version, version)
        return gradient(self.shared.get(whole, whole))

    # Statements that the mirror has gone past.

    def row(self, key: tuple[int, int], items: tuple[Group | Block, ...], way: _Way, look: bool) -> _Way:
        """What is known behind the mirror of a row of statements: of the function, a loop or an arm."""
        waiting, given = list(self.rows[key]), dict[int | None, set[str]]()
        for item in items:
            if isinstance(item, Block):
                head = item.marks[0].statement
                way = self.past(waiting, head, given, way)
                waiting = waiting[:-1]
                way = self.block(item, way, look)
                continue
            if item.place is not None:
                way = self.past(waiting, item.place, given, way)
            given.setdefault(item.place, set()).update(self.spelling[target] for target in _given(item))
            way = self.behind(item, way, look)
        way = self.past(waiting, key[0], given, way)
        return self.ended(key[0], given, way) if key[0] >= 0 else way

    def block(self, item: Block, way: _Way, look: bool) -> _Way:
        """What is known behind the mirror of a loop or a branch."""
        head = item.marks[0].statement
        if item.form == "if":
            return self.met(head, [self.row((head, i), arm, way, look) for i, arm in enumerate(item.arms)])
        # What a turn leaves is there in the next one, and later turns leave what the first one leaves.
        behind = self.row((head, 0), item.arms[0], way, look=False)
        if look:
            self.row((head, 0), item.arms[0], way.or_else(behind), look)
        return self.met(head, [way, behind])

    def met(self, head: int, ways: list[_Way]) -> _Way:
        """What is known where the arms of a branch meet, or loops with any turns and none."""
        statement, (one, other) = self.lowered.statements[head], ways
        if statement.loop is not None:
            sure = statement.loop.kind == "range" and counts_some(statement.loop.over)
            return other if sure else one.or_else(other)
        node = statement.node
        arms = (node.body, node.orelse) if isinstance(node, ast.If) else ([], [])
        raises = [always_raises(arm) for arm in arms]
        return other if raises[0] else one if raises[1] else one.or_else(other)

    def past(self, waiting: list[int], place: int, given: Mapping[int | None, set[str]], way: _Way) -> _Way:
        """What is known where all statements of a row behind a place have been mirrored."""
        while waiting and waiting[-1] > place:
            index = waiting.pop()
            if (index, 0) not in self.rows:
                way = self.ended(index, given, way)
                continue
            ways = [self.row(key, (), way, look=False) for key in self.arms(index)]
            way = self.met(index, ways if len(ways) > 1 else [way, *ways])
        return way

    def arms(self, head: int) -> list[tuple[int, int]]:
        """The rows of a block."""
        return [key for key in ((head, 0), (head, 1)) if key in self.rows]

    def ended(self, index: int, given: Mapping[int | None, set[str]], way: _Way) -> _Way:
        """What is known before a statement: the gradients on what it makes of others are none any more."""
        held, unread = dict(way.held), set(way.unread)
        for bind in self.made(index):
            name = self.of(bind.version)
            spelled, one = self.spelling.get(name, ""), self.one(name)
            terms = () if self.lowered.statements[index].stop else bind.term.walk()
            read = {self.one(self.of(t.data)) for t in terms if t.op == "name"}
            if spelled in given.get(index, ()):
                continue
            unread.discard(spelled)  # of what it is made of itself perhaps nothing but the shape was read
            if one not in read:
                before = held.get(spelled, frozenset())
                held[spelled] = before - {one} | ({_shape(one)} if one in before else frozenset())
        return _Way(held, frozenset(unread))

    def made(self, index: int | None) -> list[Bind]:
        """What a statement gives new values: not parts, and not what meets there."""
        statement = self.lowered.statements[index] if index is not None and index >= 0 else None
        if statement is None or statement.form not in ("bind", "return", "loop"):
            return []
        return [b for b in statement.binds if b.term.op not in ("phi", "write", "position")]

    # Lines of the mirror.

    def behind(self, group: Group, way: _Way, look: bool) -> _Way:
        """What is known behind the lines of a group."""
        ended = {self.spelling.get(self.of(bind.version)) for bind in self.made(group.place)}
        for line in group.lines:
            read = set(_read_by(line))
            for name in read if look else ():
                self.reads(name, way)
            for name in set(_names_of(line)) - read if look else ():
                self.reads(name, way, shape=True)
            held, unread = dict(way.held), way.unread - {self.spelling[n] for n in read if n in self.spelling}
            passed_on = self.passed_on(line, way.held)
            for target in line.targets or (line.target,):
                if target.startswith("d "):
                    spelled = self.spelling[target]
                    lost = spelled in unread and _is_anew(line) and spelled not in ended
                    if look and lost and not _is_zero(line.expr):
                        raise Defect(f"{self.lowered.function.name} loses what {spelled} has been given")
                    held[spelled] = passed_on | {self.one(target)}
                    unread = unread - {spelled} if _is_zero(line.expr) else unread | {spelled}
            way = _Way(held, unread)
        return way

    def passed_on(self, line: BackLine, held: Held) -> frozenset[str]:
        """What a name holds as well behind `dx = dx` or a copy of it, which gives it another meaning."""
        source = _copied(line.expr) if line.op == "=" and line.index is None else None
        name = self.spelling.get(line.target)
        again = isinstance(source, ast.Name) and self.spelling.get(source.id) == name
        return held.get(str(name), frozenset()) if again else frozenset()

    def reads(self, name: str, way: _Way, shape: bool = False) -> None:
        """Raises if a name may hold another gradient than the one that is read, or whose shape is."""
        if not name.startswith("d "):
            return
        spelled, one = self.spelling[name], self.one(name)
        held = way.held.get(spelled, frozenset())
        if one not in held and not (shape and _shape(one) in held):
            others = " or ".join(sorted(held)) or "another, or none, on some way"
            raise Defect(f"{self.lowered.function.name} reads {name} where {spelled} is {others}")


def _rows(lowered: Lowered) -> dict[tuple[int, int], list[int]]:
    """The statements of each row, an inner block by its head; rows by the head of the block, and the arm."""
    rows: dict[tuple[int, int], list[int]] = {(-1, 0): []}
    around = [(-1, 0)]
    for index, statement in enumerate(lowered.statements):
        if statement.form in ("loop", "if"):
            rows[around[-1]].append(index)
            around.append((index, 0))
            rows[index, 0] = []
        elif statement.form == "else":
            around[-1] = (statement.opens, 1)
            rows[statement.opens, 1] = []
        elif statement.form in ("end", "join"):
            around.pop()
        else:
            rows[around[-1]].append(index)
    return rows


def _given(group: Group) -> Iterator[str]:
    """The gradients that a group gives their values anew."""
    for line in group.lines:
        if _is_anew(line):
            yield from (target for target in line.targets or (line.target,) if target.startswith("d "))


def _is_anew(line: BackLine) -> bool:
    return line.op in ("=", "call") and line.index is None


def _is_zero(expr: ast.expr) -> bool:
    """Whether an expression is zero, or zeros, or a container of these."""
    inner = bare(expr)
    if isinstance(inner, ast.Constant):
        return inner.value == 0 or inner.value is None
    if isinstance(inner, (ast.List, ast.Tuple)):
        return all(map(_is_zero, inner.elts))
    if isinstance(inner, ast.Dict):
        return all(map(_is_zero, inner.values))
    if isinstance(inner, ast.ListComp):
        return _is_zero(inner.elt)
    if isinstance(inner, ast.BinOp):
        return _is_zero(inner.left)
    if is_made(inner):
        return all(_is_zero(keyword.value) for keyword in inner.keywords)  # type: ignore[attr-defined]
    function = inner.func if isinstance(inner, ast.Call) else None
    word = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "").lstrip("@")
    return word in ("zeros_like", "zeros_of")


def _shape(one: str) -> str:
    """What is left of a gradient that is none any more, as long as its name holds it."""
    return f"the shape of {one}"


def _names_of(line: BackLine) -> Iterator[str]:
    """The names in what a line gives, and in the place where it puts that."""
    for expr in (line.expr, line.index):
        yield from names_in(expr) if expr is not None else ()


def _read_by(line: BackLine) -> Iterator[str]:
    """The names whose values a line reads; what it changes, too."""
    for expr in (line.expr, line.index):
        yield from _values_in(expr) if expr is not None else ()
    if line.target and not _is_anew(line):
        yield line.target


def _values_in(node: ast.AST) -> Iterator[str]:
    """The names that an expression reads for more than their shape."""
    if isinstance(node, ast.Name):
        yield node.id
    asked = only_shape(node, NO_VALUE_CALLS)
    for child in ast.iter_child_nodes(node):
        if child is not asked or not isinstance(child, ast.Name):
            yield from _values_in(child)


def _copied(expr: ast.expr) -> ast.expr:
    """What an expression is a copy of: `1 * dx`, `copy_of(dx)`; or the expression itself."""
    while True:
        inner = bare(expr)
        if isinstance(inner, ast.BinOp) and isinstance(inner.op, ast.Mult) and is_one(inner.left):
            expr = inner.right
        elif isinstance(inner, ast.Call) and getattr(inner.func, "id", "") == "@copy_of":
            expr = inner.args[0]
        else:
            return inner
