"""Statements that are one gate together: patterns are seen through the names between them.

People write a softmax in one, two or three statements. Where every name between is read by the
pattern alone, the gate's mirror stands at the last statement, and the names between get no
gradient. The forward pass is not touched.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from codegen.index import root_of
from codegen.library import Library
from codegen.lines import SHAPE_ATTRIBUTES, SHAPE_FUNCTIONS
from codegen.lower import Lowered, base
from codegen.match import Candidate, spread
from codegen.terms import Term


def fused(lowered: Lowered, gates: Library) -> dict[int, tuple[Candidate, ...]]:
    """For each term that ends such a pattern, the gates that it could be."""
    terms = (bind.term for statement in lowered.statements for bind in statement.binds)
    there = frozenset(root_of(part) for term in terms for part in term.walk())
    likely = {root: gates.spread(root, there) for root in there}
    reads = _readers(lowered)
    definitions: dict[str, Term] = {}
    values = {base(version): [version] for version in lowered.parameters}
    found: dict[int, tuple[Candidate, ...]] = {}
    for statement in lowered.statements:
        for term in (part for bind in statement.binds for part in _seen_through(bind.term, definitions)):
            ended = tuple(
                candidate
                for candidate in spread(term, likely[root_of(term)], definitions)
                if _reads_alone(candidate, reads) and _is_current(candidate, values)
            )
            if ended:
                found[term.uid] = ended
        for bind in statement.binds:
            values.setdefault(base(bind.version), []).append(bind.version)
        if statement.form == "bind" and not statement.stop:
            definitions.update((bind.version, bind.term) for bind in statement.binds)
    return found


def _seen_through(whole: Term, definitions: Container[str]) -> Iterator[Term]:
    """The parts of a term that read what is defined above."""
    parts, found = list(whole.walk()), set[int]()
    for part in reversed(parts):
        if part.data in definitions if part.op == "name" else any(arg.uid in found for arg in part.args):
            found.add(part.uid)
    return (part for part in parts if part.uid in found)


def _readers(lowered: Lowered) -> dict[str, set[int]]:
    """Where each version is read in a way that may carry a gradient; 0 is the function's end.

    What comes from nothing but shapes carries none.
    """
    reads: dict[str, set[int]] = {version: {0} for version in (*lowered.outputs, *lowered.mutated)}
    flowing = [bind for s in reversed(lowered.statements) if not s.stop for bind in reversed(s.binds)]
    before = -1
    while len(reads) > before:  # again, since the head of a loop reads what is below
        before = len(reads)
        for bind in flowing:
            for name in _values_read(bind.term) if bind.version in reads else ():
                reads.setdefault(name.data, set()).add(name.uid)
    for bind in (bind for statement in lowered.statements for bind in statement.binds):
        if not any(name.data in reads for name in _values_read(bind.term)):
            reads.pop(bind.version, None)
    return reads


def _values_read(term: Term) -> Iterator[Term]:
    """The names that a term reads for more than their shape."""
    if term.op == "name":
        yield term
    elif not (
        (term.op == "attr" and term.data in SHAPE_ATTRIBUTES)
        or (term.op == "call" and term.data in (*SHAPE_FUNCTIONS, "builtins.len"))
    ):
        for arg in term.args:
            yield from _values_read(arg)


def _reads_alone(candidate: Candidate, reads: Mapping[str, set[int]]) -> bool:
    """Whether nothing else reads what is between, and so nothing else sends a gradient there."""
    inside = {name.uid for name in candidate.through}
    return all(reads.get(name.data, inside) <= inside for name in candidate.through)


def _is_current(candidate: Candidate, values: Mapping[str, list[str]]) -> bool:
    """Whether no other value with a gradient has been given to what the gradient goes to.

    The gradients of two values of one name are kept apart by their order only.
    """
    between = {name.data for name in candidate.through}
    operands = (candidate.bound[name] for name in candidate.gate.lines)
    names = (part.data for operand in operands for part in operand.walk() if part.op == "name")
    return all(
        between.issuperset(versions[versions.index(version) + 1 :])
        for version, versions in ((version, values[base(version)]) for version in names)
    )
