"""Which expressions are to be written out as statements next, where a gradient must go through them."""

from __future__ import annotations

import ast
from collections.abc import Container, Iterator

from codegen.folds import folds
from codegen.kinds import Facts
from codegen.lower import Lowered
from codegen.terms import Term
from codegen.writeout import Place, choices, comprehensions, logical, picks


def next_blocks(
    lowered: Lowered, facts: Facts, pairs: Container[str], done: frozenset[Place]
) -> frozenset[Place]:
    """The expressions that are to be written out next as blocks: those with calls first."""
    node = lowered.function.node
    largest = [term.node for term in terms_of(lowered) if _is_largest(term, facts)]
    either = [part for part in logical(node) if _is_value(part, lowered, facts)]
    for found in (choices(node, pairs), comprehensions(node), picks(node), folds(node), largest, either):
        if places := frozenset((part.lineno, part.col_offset) for part in found) - done:
            return places
    return frozenset()


def _is_value(node: ast.BoolOp, lowered: Lowered, facts: Facts) -> bool:
    """Whether a gradient may go through `a or b`: it is no condition."""
    terms = (t for t in terms_of(lowered) if t.op in ("and", "or"))
    kinds = [facts.kinds[t.uid] for t in terms if _place(t.node) == _place(node)]
    return any(not kind.discrete for kind in kinds)


def _place(node: ast.expr) -> Place:
    return node.lineno, node.col_offset


def _is_largest(term: Term, facts: Facts) -> bool:
    """Whether a term is the largest or the smallest item of a list."""
    alone = term.op == "call" and term.data in ("builtins.max", "builtins.min") and len(term.args) == 1
    return alone and facts.kinds[term.args[0].uid].form == "list"


def terms_of(lowered: Lowered) -> Iterator[Term]:
    """All terms of a function."""
    roots = (root for s in lowered.statements for root in (*s.reads, *(b.term for b in s.binds)))
    return (term for root in roots for term in root.walk())
