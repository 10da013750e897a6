"""A term to the gates that it could be, the largest pattern first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from codegen.gates import Gate
from codegen.library import Library
from codegen.terms import Term, same

COMMUTATIVE = ("+", "*")


@dataclass(frozen=True)
class Candidate:
    """A gate whose pattern a term has, and what stands for its parameters and for its parts.

    `through` are the names that the pattern was seen through: what they stand for is in it.
    """

    gate: Gate
    bound: Mapping[str, Term]
    through: tuple[Term, ...] = ()


def candidates(term: Term, gates: Library) -> tuple[Candidate, ...]:
    """The gates that match, in order of preference. Shapes are not looked at."""
    found = (_matched(gate, term, {}) for gate in gates.for_term(term))
    return tuple(candidate for candidate in found if candidate is not None)


def spread(term: Term, gates: Iterable[Gate], definitions: Mapping[str, Term]) -> tuple[Candidate, ...]:
    """Those of some gates of which the term is the last part, while others are behind names of versions."""
    found = (_matched(gate, term, definitions) for gate in gates)
    return tuple(candidate for candidate in found if candidate is not None and candidate.through)


def _matched(gate: Gate, term: Term, definitions: Mapping[str, Term]) -> Candidate | None:
    matcher = _Matcher(gate, definitions)
    if matcher.matches(gate.pattern, term) and all(s.name in matcher.bound for s in gate.slots):
        return Candidate(gate, matcher.bound, tuple(matcher.through.values()))
    return None


class _Matcher:
    """Whether a term has a gate's pattern; fills in its parameters and parts."""

    def __init__(self, gate: Gate, definitions: Mapping[str, Term]) -> None:
        self.gate, self.definitions = gate, definitions
        self.bound: dict[str, Term] = {}
        self.through: dict[int, Term] = {}

    def matches(self, pattern: Term, term: Term) -> bool:
        """Whether a term has a part of the pattern."""
        if pattern.op == "name":
            if pattern.data in self.bound:
                return same(self.bound[pattern.data], term)
            self.bound[pattern.data] = term
            return True
        if pattern.uid in self.gate.inner:
            self.name_part(self.gate.inner[pattern.uid], term)
        while term.op == "name" and term.data in self.definitions:
            self.through[term.uid] = term
            term = self.definitions[term.data]
        if pattern.op == "tuple" and term.op == "list":
            return len(pattern.args) == len(term.args) and self.all_match(pattern.args, term.args)
        term = self.completed(pattern, term)
        if pattern.op != term.op or pattern.keys != term.keys or len(pattern.args) != len(term.args):
            return False
        if pattern.op == "literal":
            return _same_number(pattern.data, term.data)
        if pattern.data != term.data:
            return False
        if self.all_match(pattern.args, term.args):
            return True
        if pattern.op in COMMUTATIVE:
            return self.all_match(pattern.args, term.args[::-1])
        return False

    def completed(self, pattern: Term, term: Term) -> Term:
        """A call with the gate's defaults in the place of arguments that it leaves out."""
        if pattern.op not in ("call", "helper") or pattern.data != term.data or not self.gate.defaults:
            return term
        named = {key: arg for key, arg in zip(term.keys, term.args) if key}
        first = len(term.args) - len(named)
        args = list(term.args[:first])
        for key, arg in zip(pattern.keys[first:], pattern.args[first:]):
            default = self.gate.defaults.get(arg.data) if arg.op == "name" else None
            found = named.pop(key, default)
            if not key or found is None:
                return term
            args.append(found)
        return term if named else replace(term, args=tuple(args), keys=pattern.keys)

    def may_match(self, pattern: Term, term: Term) -> bool:
        """Whether a term is one of the sort that a part of the pattern is, its operands left aside."""
        while term.op == "name" and term.data in self.definitions:
            term = self.definitions[term.data]
        if pattern.op != term.op:
            return pattern.op == "tuple" and term.op == "list"
        return pattern.op == "literal" or bool(pattern.data == term.data)

    def name_part(self, name: str, term: Term) -> None:
        """Remembers what a part of the pattern is, by the user's name for it if there is one."""
        if name not in self.bound or (term.op == "name" and self.bound[name].op != "name"):
            self.bound[name] = term

    def all_match(self, patterns: tuple[Term, ...], terms: tuple[Term, ...]) -> bool:
        """Matches argument by argument; leaves everything as it was where one does not fit."""
        for pattern, term in zip(patterns, terms):
            if pattern.op != "name" and not self.may_match(pattern, term):
                return False
        bound, through = dict(self.bound), dict(self.through)
        if all(self.matches(pattern, term) for pattern, term in zip(patterns, terms)):
            return True
        self.bound, self.through = bound, through
        return False


def _same_number(pattern: object, value: object) -> bool:
    """Numbers by value, so that 1 matches 1.0; anything else by type and value."""
    if type(pattern) in (int, float) and type(value) in (int, float):
        return pattern == value
    return type(pattern) is type(value) and pattern == value
