"""A backward line with its constants worked out: what a rule returns stands for the rule's call.

The rules are the functions of `templates/constants.py`.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from codegen import knowledge
from codegen.lines import Line, line_of
from codegen.terms import Meaning, Reader, Term


def worked_out(line: Line, known: Mapping[str, Any], outputs: tuple[str, ...]) -> Line | None:
    """The line with constants for the calls of rules; None where one of them is not known.

    `known` gives what rules are told of each name: a shape, or the value of an int, string or tuple.
    """
    if not line.ruled:
        return line
    term = _filled(line.term, known)
    return None if term is None else line_of(term, outputs)


def _filled(term: Term, known: Mapping[str, Any]) -> Term | None:
    if term.op == "rule":
        return _answered(term, known)
    if term.op == "if":
        test = _filled(term.args[0], known)
        if test is None or test.op == "literal":
            return None if test is None else _filled(term.args[1 if test.data else 2], known)
    args = [_filled(arg, known) for arg in term.args]
    filled = [arg for arg in args if arg is not None]
    if len(filled) < len(args):
        return None
    if any(arg.op == "rule" and arg.data == "unchanged" for arg in filled):
        return next(arg for arg in filled if arg.op != "rule")
    changes = {id(old.node): new.node for old, new in zip(term.args, filled) if old is not new}
    return replace(term, args=tuple(filled), node=_with(term.node, changes)) if changes else term


def _answered(term: Term, known: Mapping[str, Any]) -> Term | None:
    """What a rule says: a constant, nothing, or that the call that it is in changes nothing."""
    rules = knowledge.constant_rules()
    answer = rules[term.data](*(_argument(arg, known) for arg in term.args))
    if answer is rules["UNKNOWN"]:
        return None
    return replace(term, data="unchanged") if answer is rules["UNCHANGED"] else _constant(answer)


def _argument(term: Term, known: Mapping[str, Any]) -> Any:
    """What a rule is told for an argument."""
    if term.op == "name":
        return known[str(term.data)]
    return tuple(_argument(arg, known) for arg in term.args) if term.op == "tuple" else term.data


def _constant(value: Any) -> Term:
    reader = Reader(lambda node: Meaning("unbound", node.id))
    return reader.read(_spelled(value))


def _spelled(value: Any) -> ast.expr:
    """A constant as it is written; slices, alone or in a tuple, as in an index."""
    if isinstance(value, slice):
        bounds = (None if n is None else _spelled(n) for n in (value.start, value.stop, value.step))
        return ast.Slice(*bounds)
    if isinstance(value, tuple):
        return ast.Tuple([_spelled(item) for item in value], ast.Load())
    return ast.parse(repr(value), mode="eval").body


def _with(node: ast.expr, changes: Mapping[int, ast.expr]) -> ast.expr:
    """An expression with some of its nodes replaced; shares what does not change."""
    if id(node) in changes:
        return changes[id(node)]
    if isinstance(node, ast.Constant):
        return node
    fields: dict[str, Any] = {}
    for name, value in ast.iter_fields(node):
        if isinstance(value, list):
            fields[name] = [_item_with(item, changes) for item in value]
        else:
            fields[name] = _item_with(value, changes)
    return type(node)(**fields)


def _item_with(item: Any, changes: Mapping[int, ast.expr]) -> Any:
    if isinstance(item, ast.keyword):
        return ast.keyword(item.arg, _with(item.value, changes))
    return _with(item, changes) if isinstance(item, ast.expr) else item
