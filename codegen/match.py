"""A term to the gates that it could be, the largest pattern first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from codegen.gates import Gate, Library
from codegen.terms import Term, same

COMMUTATIVE = ("+", "*")


@dataclass(frozen=True)
class Candidate:
    """A gate whose pattern a term has, and what stands for its parameters."""

    gate: Gate
    bound: Mapping[str, Term]


def candidates(term: Term, gates: Library) -> tuple[Candidate, ...]:
    """The gates that match, in order of preference. Shapes are not looked at."""
    found = []
    for gate in gates.for_term(term):
        bound: dict[str, Term] = {}
        if _matches(gate.pattern, term, bound) and all(s.name in bound for s in gate.slots):
            found.append(Candidate(gate, bound))
    return tuple(found)


def _matches(pattern: Term, term: Term, bound: dict[str, Term]) -> bool:
    """Whether a term has a pattern; fills in the parameters."""
    if pattern.op == "name":
        if pattern.data in bound:
            return same(bound[pattern.data], term)
        bound[pattern.data] = term
        return True
    if pattern.op == "tuple" and term.op == "list":
        return len(pattern.args) == len(term.args) and _all_match(pattern.args, term.args, bound)
    if pattern.op != term.op or pattern.keys != term.keys or len(pattern.args) != len(term.args):
        return False
    if pattern.op == "literal":
        return _same_number(pattern.data, term.data)
    if pattern.data != term.data:
        return False
    if _all_match(pattern.args, term.args, bound):
        return True
    if pattern.op in COMMUTATIVE:
        return _all_match(pattern.args, term.args[::-1], bound)
    return False


def _all_match(patterns: tuple[Term, ...], terms: tuple[Term, ...], bound: dict[str, Term]) -> bool:
    """Matches argument by argument; leaves `bound` as it was where one does not fit."""
    before = dict(bound)
    if all(_matches(pattern, term, bound) for pattern, term in zip(patterns, terms)):
        return True
    bound.clear()
    bound.update(before)
    return False


def _same_number(pattern: object, value: object) -> bool:
    """Numbers by value, so that 1 matches 1.0; anything else by type and value."""
    if type(pattern) in (int, float) and type(value) in (int, float):
        return pattern == value
    return type(pattern) is type(value) and pattern == value
