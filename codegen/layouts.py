"""Whether the entries of an array lie in a row in memory, so that another shape of it is a view."""

from __future__ import annotations

import ast
from collections.abc import Mapping

from codegen.infer import Inference
from codegen.kind import Kind
from codegen.terms import Term

MAKING = ("arange", "empty", "eye", "full", "identity", "linspace", "ones", "zeros")
LIKE = ("copy", "empty_like", "full_like", "ones_like", "ravel", "reshape", "zeros_like")


def lies_in_a_row(term: Term, terms: Mapping[str, Term], rules: Inference, seen: frozenset[str]) -> bool:
    """Whether an array is known to be laid out row by row, without gaps."""
    if term.op == "name":
        known = term.data in seen or term.data in terms
        return known and (
            term.data in seen or lies_in_a_row(terms[term.data], terms, rules, seen | {term.data})
        )
    if term.op == "phi":
        return all(lies_in_a_row(arg, terms, rules, seen) for arg in term.args)
    if term.op == "write":
        return lies_in_a_row(term.args[0], terms, rules, seen)
    if "order" in term.keys or "like" in term.keys:
        return False
    package, _, word = str(term.data).rpartition(".")
    if term.op == "call" and package in ("numpy", "cupy"):
        if word in MAKING or (word == "copy" and _is_method(term)):
            return True
        if word in LIKE:
            return lies_in_a_row(term.args[0], terms, rules, seen)
    choice = rules.chosen.get(term.uid)
    if choice is None or not choice.gate.elementwise or choice.gate.views:
        return False
    shape = rules.kind(term).shape
    if isinstance(shape, tuple) and len(shape) == 1:
        return True  # it is new
    operands = [choice.bound[slot.name] for slot in choice.gate.slots]
    return all(_is_number(rules.kind(o)) or lies_in_a_row(o, terms, rules, seen) for o in operands)


def _is_method(term: Term) -> bool:
    """Whether it is `x.copy()`, which lays out row by row; `np.copy(x)` keeps the order of x."""
    node = term.node
    return isinstance(node, ast.Call) and not node.args and not node.keywords and not term.spelled


def _is_number(kind: Kind) -> bool:
    return kind.form == "number"
