"""Whether each place of an array is written but once, so that the mirror need not take its gradient away.

`hs[t] = h` in a loop over `range(T)` writes another place each turn. What it overwrites are the zeros that
the array was made of, so no line reads the gradient on that place again.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Set

from codegen.distinct import is_int, is_one_sided
from codegen.indexing import Kinds, is_basic, parts_of
from codegen.lower import Bind, Loop, Lowered, Statement
from codegen.terms import Term


def overwrites_nothing(
    lowered: Lowered, bind: Bind, memory: Set[str], is_active: Callable[[Term], bool], rules: Kinds
) -> bool:
    """Whether no gradient on what a write overwrites is read; `memory` are the versions of its array."""
    made = [(i, b) for i, s in enumerate(lowered.statements) for b in s.binds if b.version in memory]
    writes = [(index, b) for index, b in made if b.term.op == "write"]
    origins = [(index, b) for index, b in made if b.term.op not in ("write", "phi")]
    if len(origins) != 1 or memory & set(lowered.parameters) or is_active(origins[0][1].term):
        return False
    mine = next((index, b) for index, b in writes if b is bind)
    by_key = isinstance(origins[0][1].term.node, ast.Dict)
    search = _Search(lowered, rules, origins[0][0], by_key)
    return all(search.is_another(mine, other) for other in writes)


class _Search:
    """Looks at the writes into an array that is made at `start`; into a dict, where -1 is its own key."""

    def __init__(self, lowered: Lowered, rules: Kinds, start: int, by_key: bool) -> None:
        self.lowered, self.rules, self.start, self.by_key = lowered, rules, start, by_key
        self.ends = {s.opens: end for end, s in enumerate(lowered.statements) if s.form == "end"}
        self.loops = {s.loop.index: s for s in lowered.statements if s.loop is not None and s.loop.index}

    def is_another(self, mine: tuple[int, Bind], other: tuple[int, Bind]) -> bool:
        """Whether a write, in whichever turns, writes no place that another, or itself, has written."""
        around = self.around(mine[0])
        if other[0] > mine[0] and not set(around) & set(self.around(other[0])):
            return True
        first, second = self.index(mine[1]), self.index(other[1])
        if len(first) != len(second) or not first:
            return False
        if mine[0] != other[0]:
            return any(self.differ(one, two) for one, two in zip(first, second))
        turning = [self.lowered.statements[head] for head in around]
        return all(any(self.counter(part) is statement for part in first) for statement in turning)

    def around(self, place: int) -> list[int]:
        """The heads of the loops around a statement that are not around where the array is made."""
        return [head for head, end in self.ends.items() if head < place < end and not head < self.start < end]

    def index(self, bind: Bind) -> tuple[Term, ...]:
        """The parts of the index at which a write is, one for each axis; none where it is not as plain."""
        part = bind.term.args[1]
        if part.op != "index" or part.args[0].op != "name":
            return ()
        parts = parts_of(part.args[1])
        added = any(p.op == "literal" and not is_int(p) for p in parts)
        return () if added or not all(is_basic(p, self.rules) for p in parts) else parts

    def counter(self, part: Term) -> Statement | None:
        """The loop in each of whose turns a part of an index is another place, none counted from the end."""
        if part.op == "+" and len(part.args) == 2:
            rest, steps = part.args if is_int(part.args[1]) else part.args[::-1]
            return self.counter(rest) if is_int(steps) and steps.data >= 0 else None
        statement = self.loops.get(str(part.data)) if part.op == "name" else None
        loop = statement.loop if statement is not None else None
        counts = loop is not None and (loop.kind == "items" or _from_zero_on(loop.over))
        return statement if counts else None

    def differ(self, one: Term, two: Term) -> bool:
        """Whether two parts of indices are never the same place: a number, and another or a higher one."""
        number, part = (one, two) if is_int(one) else (two, one)
        if not is_int(number) or (number.data < 0 and not self.by_key):
            return False
        if is_int(part):
            return bool((part.data >= 0 or self.by_key) and number.data != part.data)
        return bool(number.data < self.least(part))

    def least(self, part: Term) -> int:
        """What a part of an index, a counter, is at least; 0 where that is not known."""
        statement = self.counter(part)
        if statement is None or statement.loop is None or statement.loop.kind != "range":
            return 0
        if part.op == "+":
            rest, steps = part.args if is_int(part.args[1]) else part.args[::-1]
            return self.least(rest) + int(steps.data)
        over = statement.loop.over
        forward = len(over) == 2 or (len(over) == 3 and is_int(over[2]) and over[2].data > 0)
        return max(int(over[0].data), 0) if forward and is_int(over[0]) else 0


def counts_apart(loop: Loop) -> bool:
    """Whether no two turns of a loop have a counter that is the same place of an array."""
    start, stop, step = (*loop.over, None, None)[:3] if len(loop.over) > 1 else (None, None, None)
    return loop.kind == "items" or (loop.kind == "range" and is_one_sided(start, stop, step))


def _from_zero_on(over: tuple[Term, ...]) -> bool:
    """Whether a range of these arguments has no negative number."""
    if len(over) == 1:
        return True
    first, behind, by = _numbers(over)
    if by is not None and by < 0:
        return behind is not None and behind >= -1
    return by is not None and first is not None and first >= 0


def _numbers(over: tuple[Term, ...]) -> tuple[int | None, int | None, int | None]:
    """The arguments of a range, as far as they are written out."""
    first, behind = (int(t.data) if is_int(t) else None for t in over[:2])
    step = 1 if len(over) == 2 else int(over[2].data) if is_int(over[2]) else None
    return first, behind, step
