"""Lists and tuples that stand for arrays, or for several operands: what NumPy makes of them, in terms.

`np.concatenate([[0.0], x])` means `np.concatenate([np.array([0.0]), x])`; where `parts` is a list of two
arrays, `np.stack(parts)` means `np.stack([parts[0], parts[1]])`; and where `order` is known to be
`(0, 2, 1)`, so is the second argument of `np.transpose(x, order)`.
"""

from __future__ import annotations

import ast
from dataclasses import replace

from codegen.indexing import Kinds
from codegen.kind import Kind, is_complex
from codegen.terms import Term, literal


def with_items(term: Term, rules: Kinds) -> Term:
    """A call with a display in the place of each name of a list or a tuple whose items are known."""
    if term.op != "call" or not str(term.data).startswith("numpy."):
        return term
    args = tuple(
        arg if place == 0 and not term.spelled else _spelled_out(arg, rules.kind(arg))  # a list's own method
        for place, arg in enumerate(term.args)
    )
    return replace(term, args=args) if any(a is not b for a, b in zip(args, term.args)) else term


def _spelled_out(term: Term, kind: Kind) -> Term:
    if term.op not in ("name", "constant", "index") or kind.form not in ("list", "tuple") or not kind.items:
        return term
    if kind.vague:
        return term
    if isinstance(kind.value, tuple) and all(type(n) is int for n in kind.value):
        numbers = tuple(literal(_number(n), n) for n in kind.value)
        return Term(kind.form, numbers, term.node)
    if term.op == "constant" or not _is_array(kind):
        return term
    items = []
    for number in range(len(kind.items)):
        index = literal(ast.Constant(number), number)
        items.append(Term("index", (term, index), ast.Subscript(term.node, index.node, ast.Load())))
    return Term(kind.form, tuple(items), term.node)


def _is_array(kind: Kind) -> bool:
    """Whether NumPy makes an array of a value: it is one, or a number, or a list of such."""
    nest = kind.form in ("list", "tuple") and bool(kind.items) and not kind.vague
    return kind.numeric or (nest and all(map(_is_array, kind.items or ())))


def _is_row(kind: Kind) -> bool:
    """Whether a value is a list of numbers or arrays, of whatever length."""
    element = kind.element if kind.form == "list" and kind.items is None else None
    return element is not None and element.numeric and not (element.discrete or is_complex(element))


def _number(value: int) -> ast.expr:
    return ast.Constant(value) if value >= 0 else ast.UnaryOp(ast.USub(), ast.Constant(-value))


def made_array(term: Term, rules: Kinds) -> Term:
    """The array that NumPy makes of a list of numbers or arrays; any other term as it is."""
    kind = rules.kind(term)
    if kind.numeric or not (_is_array(kind) or _is_row(kind)):
        return term
    listed = term if _is_row(kind) else _spelled_out(term, kind)
    if listed.op not in ("list", "tuple") and not _is_row(kind):
        return term
    function = ast.Attribute(ast.Name("@numpy", ast.Load()), "array", ast.Load())
    node = ast.Call(function, [term.node], [])
    return Term("call", (listed,), node, "numpy.array", ("object",), "numpy.array")
