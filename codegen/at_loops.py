"""What is known of the names that a loop reads and gives values: from a walk in which it is one loop."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from codegen.kind import Kind
from codegen.kinds import Facts
from codegen.lower import Lowered, Statement, base


@dataclass(frozen=True)
class AtLoop:
    """What is known of names at the head of a loop, whatever turn is next.

    `kinds` says what they are, `memory` which memories of before the loop they may stand for, `written`
    into which of these the turns write.
    """

    kinds: Mapping[str, Kind]
    memory: Mapping[str, frozenset[str]]
    written: frozenset[str]


def at_loops(lowered: Lowered, facts: Facts, lines: Collection[int]) -> dict[int, AtLoop]:
    """What is known at the loops whose heads stand on some lines, by these lines."""
    ends = {s.opens: i for i, s in enumerate(lowered.statements) if s.form == "end"}
    heads = ((i, s) for i, s in enumerate(lowered.statements) if s.form == "loop" and s.node.lineno in lines)
    return {head.node.lineno: _at_loop(lowered, facts, index, ends[index]) for index, head in heads}


def _at_loop(lowered: Lowered, facts: Facts, head: int, end: int) -> AtLoop:
    turns = lowered.statements[head : end + 1]
    above = {*lowered.parameters, *(b.version for s in lowered.statements[:head] for b in s.binds)}
    before = frozenset(root for version in above for root in facts.memory.get(version, ()))
    versions: dict[str, set[str]] = {}
    for version in _read(turns, above):
        versions.setdefault(base(version), set()).add(version)
    one = {name: next(iter(found)) for name, found in versions.items() if len(found) == 1}
    memory = {name: facts.memory.get(version, frozenset()) & before for name, version in one.items()}
    kinds = {name: facts.versions[version] for name, version in one.items()}
    return AtLoop(kinds, memory, _written(turns, facts) & before)


def _read(turns: tuple[Statement, ...], above: set[str]) -> Iterator[str]:
    """The versions that turns find at their heads: those that meet there, and those of above the loop."""
    head, *rest = turns
    yield from (bind.version for bind in head.binds if bind.term.op == "phi")
    met = {base(bind.version) for bind in head.binds if bind.term.op == "phi"}
    for statement in rest:
        for root in (*statement.reads, *(bind.term for bind in statement.binds)):
            names = (term.data for term in root.walk() if term.op == "name")
            yield from (name for name in names if name in above and base(name) not in met)
    items = (bind.term for bind in head.binds if bind.term.op != "phi")
    yield from (
        t.data for root in (*head.reads, *items) for t in root.walk() if t.op == "name" and t.data in above
    )


def _written(turns: tuple[Statement, ...], facts: Facts) -> frozenset[str]:
    """The memories that turns write into."""
    found: set[str] = set()
    for statement in turns:
        for bind in statement.binds:
            array = facts.versions[bind.version].form not in ("number", "tensor")
            if statement.form == "write" or statement.in_place or (statement.augmented and array):
                found |= facts.memory.get(bind.version, frozenset())
    return frozenset(found)
