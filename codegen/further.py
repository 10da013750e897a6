"""Which expressions are to be written out as statements next, where a gradient must go through them."""

from __future__ import annotations

import ast
from collections.abc import Container, Iterator

from codegen.folds import folds
from codegen.infer import CHOOSING
from codegen.kind import NUMBER
from codegen.kinds import Facts
from codegen.lower import Lowered
from codegen.pairings import dicts_made
from codegen.ranks import repeated_list
from codegen.terms import Term
from codegen.writeout import Place, choices, comprehensions, logical, picks


def first_blocks(lowered: Lowered, facts: Facts, done: frozenset[Place]) -> frozenset[Place]:
    """The expressions that make lists, which are to be written out where something is written into these."""
    node = lowered.function.node
    ordered = (n for term in terms_of(lowered) for n in _ordered(term, facts))
    for found in (comprehensions(node), dicts_made(node), ordered):
        if places := frozenset(map(_place, found)) - done:
            return places
    return frozenset()


def next_blocks(
    lowered: Lowered, facts: Facts, pairs: Container[str], done: frozenset[Place]
) -> frozenset[Place]:
    """The expressions that are to be written out next as blocks: those with calls first."""
    node = lowered.function.node
    largest = [node for term in terms_of(lowered) for node in _largest(term, facts)]
    ordered = [node for term in terms_of(lowered) for node in _ordered(term, facts)]
    either = [part for part in logical(node) if _is_value(part, lowered, facts)]
    repeated = [term.node for term in terms_of(lowered) if _is_repeated(term, facts)]
    calls = (folds(node), largest, ordered, repeated, dicts_made(node))
    for found in (choices(node, pairs), comprehensions(node), picks(node), *calls, either):
        if places := frozenset((part.lineno, part.col_offset) for part in found) - done:
            return places
    return frozenset()


def _is_value(node: ast.BoolOp, lowered: Lowered, facts: Facts) -> bool:
    """Whether a gradient may go through `a or b`: it is no condition."""
    terms = (t for t in terms_of(lowered) if t.op in ("and", "or"))
    kinds = [facts.kinds[t.uid] for t in terms if _place(t.node) == _place(node)]
    return any(not kind.discrete for kind in kinds)


def _place(node: ast.expr | ast.stmt) -> Place:
    return node.lineno, node.col_offset


def _largest(term: Term, facts: Facts) -> Iterator[ast.expr]:
    """A call that gives the largest or the smallest item of a list; what may be an array is listed first."""
    if gives_whole_item(term, facts):
        yield term.node
        yield term.args[0].node
    elif _is_largest(term) and facts.kinds[term.args[0].uid].form == "list":
        yield term.node


def gives_whole_item(term: Term, facts: Facts) -> bool:
    """Whether a term is the largest of items that may be lists, for all that is known of them."""
    kind = facts.kinds[term.args[0].uid] if _is_largest(term) and term.args[0].op == "name" else NUMBER
    return kind.numeric and (kind.vague or kind.form == "tensor")


def _is_largest(term: Term) -> bool:
    """Whether a term is the largest, or the smallest, of the items of one value."""
    called = term.op == "call" and term.data in ("builtins.max", "builtins.min")
    return called and len(term.args) == 1 and not any(term.keys)


def _ordered(term: Term, facts: Facts) -> Iterator[ast.expr]:
    """A call that puts items in an order, or picks one by a key; what is to be made a list first, too."""
    if term.op != "call" or term.data not in CHOOSING or not term.args:
        return
    alone = term.data == "builtins.sorted" or "key" in term.keys
    kind = facts.kinds[term.args[0].uid]
    if not alone or kind.form == "dict" or kind.holds_discrete or term.args[0].data == "builtins.range":
        return
    yield term.node
    if kind.form not in ("list", "tuple", "array") and term.args[0].op == "name":
        yield term.args[0].node  # what is gone over may be a dict


def _is_repeated(term: Term, facts: Facts) -> bool:
    """Whether a term is `[x] * n`, of an x that a gradient may go to, which no gate is for."""
    shown = repeated_list(term)
    return shown is not None and term.uid not in facts.chosen and shown.args[0].uid in facts.varying_terms


def terms_of(lowered: Lowered) -> Iterator[Term]:
    """All terms of a function."""
    roots = (root for s in lowered.statements for root in (*s.reads, *(b.term for b in s.binds)))
    return (term for root in roots for term in root.walk())
