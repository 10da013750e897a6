"""Which parts of arrays and lists keep what they hold, so that the mirror may read it from there again.

In `hs[t + 1] = np.tanh(W @ hs[t])` each turn writes behind what it and all turns before it have read: the
mirror reads `hs[t]` from the array as it is in the end, and no turn need keep a copy.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping

from codegen.distinct import is_int
from codegen.indexing import parts_of
from codegen.kinds import Facts
from codegen.lower import Lowered
from codegen.meetings import keyed
from codegen.terms import RESIZING, Term, is_text


class Settled:
    """Asks of terms that read parts whether a write that runs later may change them."""

    def __init__(
        self, lowered: Lowered, facts: Facts, same: Mapping[str, str], homes: Mapping[str, float]
    ) -> None:
        self.facts, self.same, self.homes = facts, same, homes
        self.statements = lowered.statements
        numbered = list(enumerate(lowered.statements))
        self.ends = {s.opens: end for end, s in numbered if s.form == "end"}
        self.heads = {s.loop.index: head for head, s in numbered if s.loop is not None and s.loop.index}
        self.writes = [i for i, s in numbered if s.form == "write" or s.augmented or s.in_place]
        joins = {s.opens: end for end, s in numbered if s.form == "join"}
        self.in_block = {
            index for head, end in {**self.ends, **joins}.items() for index in range(head + 1, end)
        }
        bound = {b.version: i for i, s in numbered for b in s.binds}
        # What is made in a loop or a branch may not be there in the end.
        self.own = {
            whole
            for whole in {same.get(version, version) for version in bound}
            if homes[whole] >= 0 and not {homes[whole], bound[whole]} & self.in_block
        }
        displays = {
            b.version for s in lowered.statements for b in s.binds if isinstance(b.term.node, ast.Dict)
        }
        self.keyed_names = keyed(lowered)
        self.found = {b.version for s in lowered.statements for b in s.binds if self._finds_place(b.term)}
        self.keyed = {same.get(version, version) for version in displays}

    def holds(self, index: int, term: Term, after: bool = False) -> bool:
        """Whether a part has the same value when all statements have run as where a statement reads it.

        With `after` it is what the part is after the statement, which has written into it.
        """
        part = _first(term)
        if part.op != "index" or part.args[0].op != "name":
            return False
        version = str(part.args[0].data)
        roots = self.facts.memory.get(version, frozenset())
        if self._memory(version) not in self.own:
            return False
        return all(
            self._is_elsewhere(index + after, part, write)
            for write in self.writes
            if self.facts.memory.get(self._written(write), frozenset()) & roots
        )

    def _written(self, write: int) -> str:
        """The version whose memory a statement writes into."""
        return str(self.statements[write].binds[0].term.args[0].data)

    def _memory(self, version: str) -> str:
        return self.same.get(version, version)

    def _is_elsewhere(self, index: int, read: Term, write: int) -> bool:
        """Whether a write runs before a read, in every turn, or goes into another part."""
        version = str(read.args[0].data)
        around = [h for h, end in self.ends.items() if h < index <= end and h < write < end]
        around = [head for head in around if self.homes.get(version, -1.0) <= head]
        if not around and write < index:
            return True
        term = self.statements[write].binds[0].term
        if self.statements[write].form != "write" or self._memory(self._written(write)) != self._memory(
            version
        ):
            return False
        if term.data == "append" and term.args[1].args[0] is term.args[0]:
            return any(map(self.from_zero, self._axes(read)[:1]))
        if term.data in RESIZING:
            return False
        other = _first(term.args[1])
        pairs = self._pairs(read, other) if other.op == "index" else []
        later = all(any(self._differ(mine, its, head) for mine, its in pairs) for head in around)
        return later and (write < index or any(self._differ(mine, its) for mine, its in pairs))

    def apart(self, read: Term, written: Term) -> bool:
        """Whether what is read of a memory in a statement is another part than the one that it writes."""
        one, two = _first(read), _first(written)
        return one.op == two.op == "index" and any(self._differ(*pair) for pair in self._pairs(one, two))

    def _pairs(self, one: Term, two: Term) -> list[tuple[Term, Term]]:
        """The parts of two indices, axis by axis, that can be told apart: -1 is another place's name."""
        pairs = list(zip(self._axes(one), self._axes(two)))
        if self._memory(str(one.args[0].data)) in self.keyed:
            return pairs
        places = [(mine, its) for mine, its in pairs if self.from_zero(mine) and self.from_zero(its)]
        return places + [(mine, its) for mine, its in pairs if is_text(mine) and is_text(its)]

    def _axes(self, part: Term) -> tuple[Term, ...]:
        """The parts of an index, one for each of the first axes."""
        parts = parts_of(part.args[1])
        kinds = [self.facts.kinds[p.uid] for p in parts]
        plain = all(
            p.op == "slice" or is_text(p) or (k.form == "number" and k.dtype == "int")
            for p, k in zip(parts, kinds)
        )
        return parts if plain else ()

    def _differ(self, mine: Term, its: Term, head: int | None = None) -> bool:
        """Whether two parts of indices are never one place; in a later turn of a loop, if one is given.

        A write is in the same turn of the loop as a read, or in a later one.
        """
        if (is_int(mine) and is_int(its)) or (is_text(mine) and is_text(its)):
            return bool(mine.data != its.data)
        if is_int(mine) or is_int(its):
            number, part = (mine, its) if is_int(mine) else (its, mine)
            least = self._least(part)
            return least is not None and number.data < least
        one, two = _counted(mine), _counted(its)
        if one is None or two is None or one[0] != two[0] or one[0] not in self.heads:
            return False
        if head is None:
            return one[1] != two[1]
        step = self._step(head) if self.heads[one[0]] == head else None
        ahead = None if step is None else step + two[1] - one[1]
        return ahead is not None and step is not None and ahead * step > 0

    def _step(self, head: int) -> int | None:
        """What the counter of a loop goes on by from turn to turn, at least."""
        loop = self.statements[head].loop
        if loop is None or loop.kind not in ("range", "items") or (loop.kind == "items" and loop.backwards):
            return None
        by = loop.over[2] if loop.kind == "range" and len(loop.over) == 3 else None
        step = 1 if by is None else int(by.data) if is_int(by) else None
        return -step if step is not None and loop.backwards else step

    def _least(self, part: Term) -> int | None:
        """What a part of an index that counts is at least."""
        counted = _counted(part)
        head = self.heads.get(counted[0]) if counted is not None else None
        loop = self.statements[head].loop if head is not None else None
        if counted is None or loop is None:
            return None
        if loop.kind != "range" or len(loop.over) == 1:
            return counted[1]
        down = len(loop.over) == 3 and is_int(loop.over[2]) and loop.over[2].data < 0
        up = len(loop.over) == 2 or (is_int(loop.over[2]) and loop.over[2].data > 0)
        bound = loop.over[1] if down else loop.over[0]
        return int(bound.data) + down + counted[1] if (up or down) and is_int(bound) else None

    def from_zero(self, part: Term) -> bool:
        """Whether a part of an index is counted from the start of its axis."""
        least = part.data if is_int(part) else self._least(part)
        return (least is not None and least >= 0) or (part.op == "name" and part.data in self.found)

    def _finds_place(self, term: Term) -> bool:
        """Whether it is a place: `xs.index(v)`, `max(range(len(xs)), key=f)`, `bisect.bisect(xs, v)`."""
        first = term.args[0] if term.args else None
        if first is None or term.op not in ("call", "method"):
            return False
        if term.op == "method":
            return term.data == "index" and self.facts.kinds[first.uid].form in ("list", "tuple")
        if str(term.data).startswith("bisect.bisect"):
            return True
        places = first.data == "builtins.range" and len(first.args) == 1
        return places and term.data in ("builtins.max", "builtins.min")


def _first(part: Term) -> Term:
    """The part that a term takes of what has a name: in `x[i][j]`, that is `x[i]`."""
    while part.op == "index" and part.args[0].op == "index":
        part = part.args[0]
    return part


def _counted(part: Term) -> tuple[str, int] | None:
    """The variable and the number of which a part of an index is the sum."""
    if part.op == "name":
        return str(part.data), 0
    sides = part.args if part.op in ("+", "-") and len(part.args) == 2 else ()
    if sides and sides[0].op == "name" and is_int(sides[1]):
        return str(sides[0].data), int(sides[1].data) * (1 if part.op == "+" else -1)
    if sides and part.op == "+" and sides[1].op == "name" and is_int(sides[0]):
        return str(sides[1].data), int(sides[0].data)
    return None
