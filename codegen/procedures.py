"""Calls that stand alone: a function that gives nothing and writes into what it is given, written out.

`fill(out, x)` becomes the statements of `fill`, with the arguments in the place of its own, so that
what it writes is seen where it is written.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Container, Mapping

from codegen.inline import Cannot, bound_inside, matched, put_in, short
from codegen.scopes import SCOPES, bound, free

Line = Callable[[int], bool]
FORBIDDEN = (*SCOPES, ast.ClassDef, ast.Return, ast.Yield, ast.YieldFrom, ast.Await, ast.Global, ast.Nonlocal)


def statements_of(
    function: ast.FunctionDef,
    call: ast.Expr,
    fresh: Callable[[str], str],
    hidden: Container[str],
    stops: Line,
) -> list[ast.stmt] | None:
    """The statements that a call of a function stands for; None where they cannot be written out.

    `fresh` gives names, `hidden` are those that mean something else where the call stands; `stops`
    tells of a line whether a gradient is stopped there.
    """
    assert isinstance(call.value, ast.Call)
    given = matched(function.args, call.value)
    body = function.body[1:] if ast.get_docstring(function, clean=False) is not None else function.body
    parts = [part for statement in body for part in ast.walk(statement)]
    lines = range(function.lineno, (function.end_lineno or function.lineno) + 1)
    if given is None or function.decorator_list or not body or any(map(stops, lines)):
        return None
    if any(isinstance(part, FORBIDDEN) for part in parts) or _writes_names(parts) > 1:
        return None
    own, values, above = bound(function), dict[str, ast.expr](), list[ast.stmt]()
    if any(name in hidden for name in free(ast.Module(list(body), [])) - set(own)):
        return None
    names: dict[str, str] = {}
    for name, times in own.items():
        value = given.get(name)
        if times == 1 and (isinstance(value, (ast.Name, ast.Constant)) or _is_row(value, name, given, parts)):
            values[name] = value  # type: ignore[assignment]
            continue
        names[name] = fresh(name)
        while names[name] in own and names[name] != name:
            names[name] = fresh(name)
        values[name] = ast.Name(names[name], ast.Load())
        if value is not None:
            above.append(ast.Assign([ast.Name(names[name], ast.Store())], value))
    read = {name for value in given.values() for name in free(value)}
    if read & (set(names.values()) | bound_inside(ast.Module(list(body), []))):
        return None
    new = ast.Module(copy.deepcopy(list(body)), [])
    for part in ast.walk(new):
        if isinstance(part, ast.Name) and not isinstance(part.ctx, ast.Load):
            if part.id not in names:
                return None
            part.id = names[part.id]
    try:
        put_in(new, {name: v for name, v in values.items() if names.get(name) != name})
    except Cannot:
        return None
    return [_placed(statement, call) for statement in (*above, *new.body)]


def _is_row(value: ast.expr | None, name: str, given: Mapping[str, ast.expr], parts: list[ast.AST]) -> bool:
    """Whether an argument is part of an array, into which the function writes, and nothing else does."""
    written = (p.value for p in parts if isinstance(p, ast.Subscript) and not isinstance(p.ctx, ast.Load))
    if (
        value is None
        or not short(value)
        or not any(isinstance(w, ast.Name) and w.id == name for w in written)
    ):
        return False
    others = {read for theirs, other in given.items() if theirs != name for read in free(other)}
    return not free(value) & others


def _writes_names(parts: list[ast.AST]) -> int:
    """How many augmented assignments to names there are; they are told apart by their places."""
    return sum(isinstance(part, ast.AugAssign) and isinstance(part.target, ast.Name) for part in parts)


def _placed(statement: ast.stmt, place: ast.stmt) -> ast.stmt:
    """A statement as if it had been made in another place."""
    for node in ast.walk(statement):
        if isinstance(node, (ast.expr, ast.stmt, ast.keyword, ast.arg)):
            ast.copy_location(node, place)
        if isinstance(node, ast.stmt):
            node.made = True  # type: ignore[attr-defined]
    return statement
