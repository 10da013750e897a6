"""Which version of one memory the mirror reads for it at a statement.

A memory that is written into has several versions, and its gradient is that on the last. What is asked of the
memory itself, as its shape where its gradient begins, is asked of a version that is there: a turn of a loop
may have made another memory of that name, and an arm of a branch may be passed by.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from codegen.lower import Lowered, base


class Present:
    """The versions of each memory, and the blocks in which they are made."""

    def __init__(self, lowered: Lowered, same: Mapping[str, str]) -> None:
        self.same = same
        self.bound = {b.version: i for i, s in enumerate(lowered.statements) for b in s.binds}
        self.terms = {b.version: b.term for s in lowered.statements for b in s.binds}
        self.arms = _arms(lowered)
        self.of_turns = self._of_turns(lowered)

    def version(self, version: str, statement: float, changes: bool) -> str:
        """The version to read for one at a statement; if it `changes`, a turn may give it another shape."""
        one, head, end = self.of_turns.get(version, (version, -1, -1))
        if changes and head <= statement < end:
            return one
        return self._in_arms(version, statement)

    def _in_arms(self, version: str, statement: float) -> str:
        """The version itself, or the last above the statement, where it is made in an arm that is passed by.

        While nothing else has its name the version itself will do: the name is that of the memory all along.
        """
        if not self._passed_by(version, statement) or not self._gives_way(version):
            return version
        above = [v for v in self._versions(version) if self.bound.get(v, -1) <= statement]
        return max(
            (v for v in above if not self._passed_by(v, statement)),
            key=lambda v: self.bound.get(v, -1),
            default=version,
        )

    def _versions(self, version: str) -> list[str]:
        """The versions of the memory of one."""
        memory = self.same.get(version, version)
        return [memory, *(v for v, whole in self.same.items() if whole == memory)]

    def _gives_way(self, version: str) -> bool:
        """Whether the name of a version is that of something else, too."""
        memory = self.same.get(version, version)
        return any(base(v) == base(version) and self.same.get(v, v) != memory for v in self.bound)

    def _passed_by(self, version: str, statement: float) -> bool:
        """Whether a version is made in an arm of a branch that a statement is not in."""
        mine = self.arms[self.bound[version]] if version in self.bound else frozenset()
        return bool(mine) and not mine <= self.arms[math.floor(statement)]

    def _of_turns(self, lowered: Lowered) -> dict[str, tuple[str, int, int]]:
        """For memory that each turn of a loop makes, by its last version of all: the last one of a turn.

        With it come the head of the loop and its end: behind that is read what the last turn has left.
        """
        bound, same = self.bound, self.same
        made = {version for version, term in self.terms.items() if term.op not in ("write", "phi")}
        loops = [(s.opens, end) for end, s in enumerate(lowered.statements) if s.form == "end"]
        found: dict[str, tuple[str, int, int]] = {}
        for whole in set(same.values()) & set(bound):
            versions = {whole, *(version for version, one in same.items() if one == whole)} & set(bound)
            around = [(head, end) for head, end in loops for v in versions & made if head < bound[v] < end]
            head, end = max(around, default=(0, 0))
            inside = [v for v in versions if head < bound[v] < end]
            found |= {whole: (max(inside, key=bound.__getitem__), head, end)} if inside else {}
        return found


def _arms(lowered: Lowered) -> list[frozenset[tuple[int, str]]]:
    """For each statement the arms that it is in: where their branches begin, and which arm of these it is."""
    found: list[frozenset[tuple[int, str]]] = []
    inside: list[tuple[int, str]] = []
    for index, statement in enumerate(lowered.statements):
        if statement.form in ("else", "join"):
            inside.pop()
        found.append(frozenset(inside))
        if statement.form in ("if", "else"):
            inside.append((index if statement.form == "if" else statement.opens, statement.form))
    return found
