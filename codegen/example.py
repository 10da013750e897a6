"""Example arguments of a function: as the command line describes them, or a comment above the function.

What is described are shapes, from which arrays are drawn, always the same, and literals; nothing is run.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import Any

import numpy as np

from codegen.files import FileRefused
from codegen.kept import Input, WrongInput, read_inputs
from codegen.parse import Pragmas, parse
from codegen.problems import Problem, Refused, lines_of, problem_at
from codegen.sites import function_in

WAY = "say --at {given}, or write `# backprop: example {given}` above it"
OF_METHODS = "say --at {given}"


def example_arguments(text: str, path: str, function: str, described: Sequence[str] = ()) -> dict[str, Any]:
    """The arguments of a function (or method) by name, as `described`, or else by the comment above it.

    Raises `WrongInput` where what is described is not understood, or no argument of the function, and
    `FileRefused` where the comment is not, or arguments are missing.
    """
    try:
        one = parse(text, path).functions.get(function)
    except Refused as refused:
        raise FileRefused(path, refused.problems, lines_of(text)) from None
    node = function_in(ast.parse(text), function)
    if node is None:
        raise FileRefused(path, [Problem(1, 1, "E004", f"there is no function {function}")], lines_of(text))
    inputs = [one for part in described for one in read_inputs(part)]
    if not described and one is not None:
        inputs = _of_comments(text, path, one.pragmas)
    names, needed = _parameters(node.args)
    if unknown := [given.name for given in inputs if given.name not in names]:
        raise _wrong(text, path, one.pragmas if one else Pragmas(), described, function, unknown[0], names)
    given = {given.name: given for given in inputs}
    if missing := [name for name in needed if name not in given]:
        shown = ", ".join(f"{name}=..." for name in missing)
        way = (WAY if one is not None else OF_METHODS).format(given=shown)
        message = f"there are no example values for {', '.join(missing)} of {function}"
        raise FileRefused(path, [problem_at("E012", node, message, way)], lines_of(text))
    random = np.random.default_rng(0)
    return {name: given[name].drawn(random) for name in names if name in given}


def _of_comments(text: str, path: str, pragmas: Pragmas) -> list[Input]:
    """What the comments above a function describe."""
    found = []
    for line, told in pragmas.examples:
        try:
            found += read_inputs(told)
        except WrongInput as wrong:
            raise _at_comment(text, path, line, str(wrong)) from None
    return found


def _wrong(
    text: str,
    path: str,
    pragmas: Pragmas,
    described: Sequence[str],
    function: str,
    name: str,
    names: Sequence[str],
) -> Exception:
    """That there is no such argument, where that was said."""
    message = f"{function} has no argument {name}; it has {', '.join(names) or 'none'}"
    if described:
        return WrongInput(message)
    lines = [line for line, told in pragmas.examples if any(one.name == name for one in read_inputs(told))]
    return _at_comment(text, path, lines[0], message)


def _at_comment(text: str, path: str, line: int, message: str) -> FileRefused:
    lines = lines_of(text)
    way = "name arguments with literals or shapes, such as x=3, w=(2, 3)"
    return FileRefused(path, [Problem(line, 1, "E012", message, way, len(lines[line - 1]) + 1)], lines)


def _parameters(arguments: ast.arguments) -> tuple[list[str], list[str]]:
    """The names of all parameters, and of those without a default."""
    plain = [*arguments.posonlyargs, *arguments.args]
    required = [one.arg for one in plain[: len(plain) - len(arguments.defaults)]]
    required += [one.arg for one, value in zip(arguments.kwonlyargs, arguments.kw_defaults) if value is None]
    extra = [one.arg for one in (arguments.vararg, arguments.kwarg) if one is not None]
    return [*(one.arg for one in [*plain, *arguments.kwonlyargs]), *extra], required
