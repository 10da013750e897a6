"""The heads of the mirror's blocks: loops that go the other way, and what each turn is given back."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence

from codegen.cache import Cached
from codegen.fit import call
from codegen.histories import History
from codegen.lower import Loop, Statement
from codegen.mirror import Group

Target = ast.expr


def turn_back(statement: Statement, group: Group, cached: Cached) -> tuple[ast.For, tuple[ast.stmt, ...]]:
    """The head of a loop's mirror, with an empty body, and the statements that its body begins with."""
    return _Turn(statement, group, cached).parts()


def by_items(
    turn: ast.For, given: tuple[ast.stmt, ...], body: Sequence[str], back: Mapping[str, str]
) -> tuple[ast.For, tuple[ast.stmt, ...]]:
    """`for x in reversed(xs)`, where the position of a turn is read for nothing but its item."""
    first = given[0] if len(given) == 1 else None
    item = first.value if isinstance(first, ast.Assign) else None
    if not isinstance(first, ast.Assign) or not isinstance(item, ast.Subscript):
        return turn, given
    places = call("reversed", call("range", call("len", item.value)))
    index = item.slice.id if isinstance(item.slice, ast.Name) else ""
    name = back.get(index, index)
    if ast.unparse(turn.iter) != ast.unparse(places) or ast.unparse(turn.target) != name:
        return turn, given
    if any(re.search(rf"\b{name}\b", line) for line in body):
        return turn, given
    return _for(first.targets[0], call("reversed", item.value)), ()


class _Turn:
    """One loop of the mirror."""

    def __init__(self, statement: Statement, group: Group, cached: Cached) -> None:
        assert statement.loop is not None
        self.statement, self.group = statement, group
        self.loop: Loop = statement.loop
        self.history: History = cached.histories[group.statement]
        self.back: Mapping[str, str] = cached.back

    def parts(self) -> tuple[ast.For, tuple[ast.stmt, ...]]:
        """The head and the first statements."""
        history, index = self.history, self._store(self.loop.index) if self.loop.index else _name("_")
        steps = ast.Name(history.version, ast.Load())
        if not history.numbered:
            if history.values:
                return _for(self._entry(), call("reversed", steps)), ()
            turns = self._turns() if history.over else call("range", steps)
            return _for(_name("_"), turns), ()
        if not history.over or self._is_counted_by_steps():
            length = call("len", steps) if history.values else steps
            return _for(index, call("reversed", call("range", length))), tuple(self._given())
        turns = self._turns() if self.loop.backwards else call("reversed", self._turns())
        if history.values and not self._from_zero():
            both = call("zip", turns, call("reversed", steps))
            return _for(ast.Tuple([index, self._entry()], ast.Store()), both), tuple(self._items())
        return _for(index, turns), tuple(self._given())

    def _is_counted_by_steps(self) -> bool:
        return bool(self.loop.flag) or not self.loop.known or self.loop.kind == "while"

    def _turns(self) -> ast.expr:
        """The range of a loop's positions, in its own order."""
        if self.loop.kind == "range":
            return call("range", *self.group.over)
        lengths = [call("len", sequence) for sequence in self.group.over]
        return call("range", lengths[0] if len(lengths) == 1 else call("min", *lengths))

    def _from_zero(self) -> bool:
        """Whether the position of a turn is also that of its entry in the history."""
        return not self.loop.backwards and (self.loop.kind == "items" or len(self.group.over) == 1)

    def _given(self) -> Iterator[ast.stmt]:
        """What the position gives: the turn's entry in the history, and the items."""
        if self.history.values:
            position = ast.Name(self.loop.index, ast.Load())
            entry = ast.Subscript(ast.Name(self.history.version, ast.Load()), position, ast.Load())
            yield ast.Assign([self._entry()], entry, lineno=0)
        yield from self._items()

    def _items(self) -> Iterator[ast.stmt]:
        """The items that the mirror reads, taken again from where they are."""
        versions = [b.version for b in self.statement.binds if b.term.op not in ("phi", "position")]
        for target, sequence, turned in zip(self.loop.targets, self.group.over, self.loop.turned):
            mine = [versions.pop(0) for _ in range(_count(target))]
            if set(mine) & set(self.history.items):
                position: ast.expr = ast.Name(self.loop.index, ast.Load())
                if turned:
                    position = ast.BinOp(ast.Constant(-1), ast.Sub(), position)
                value = ast.Subscript(sequence, position, ast.Load())
                yield ast.Assign([self._target(target, iter(mine))], value, lineno=0)

    def _target(self, target: ast.expr, versions: Iterator[str]) -> ast.expr:
        if isinstance(target, ast.Name):
            version = next(versions)
            return self._store(version) if version in self.history.items else _name("_")
        parts = [self._target(part, versions) for part in target.elts]  # type: ignore[attr-defined]
        return ast.Tuple(parts, ast.Store())

    def _entry(self) -> ast.expr:
        names = [self._store(version) for version in self.history.values]
        return names[0] if len(names) == 1 else ast.Tuple(names, ast.Store())

    def _store(self, version: str) -> ast.expr:
        return _name(self.back.get(version, version))


def _name(name: str) -> ast.expr:
    return ast.Name(name, ast.Store())


def _for(target: ast.expr, over: ast.expr) -> ast.For:
    return ast.For(target, over, [ast.Pass()], [], lineno=0)


def _count(target: ast.expr) -> int:
    if isinstance(target, ast.Name):
        return 1
    parts: list[ast.expr] = target.elts  # type: ignore[attr-defined]
    return sum(_count(part) for part in parts)
