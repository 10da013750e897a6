"""The diagram of a function that the command line names, as text in one of the formats."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence

from codegen.circuit import Circuit, circuit
from codegen.drawn import dot, svg, table
from codegen.example import example_arguments
from codegen.files import read_source
from codegen.kept import WrongInput
from codegen.options import Options

FORMATS: Mapping[str, Callable[[Circuit], str]] = {"svg": svg, "dot": dot, "text": table}
ENDINGS = {".svg": "svg", ".dot": "dot", ".gv": "dot"}


def diagram(source: str, described: Sequence[str], options: Options, form: str) -> str:
    """The diagram of a function, `model.py:f` or `model.py:Layer.forward`, at example arguments.

    This runs the user's code. Raises `FileRefused`, and `WrongInput` where that is not understood.
    """
    path, function = _named(source)
    text = read_source(path)
    function = function or _only_function(text)
    arguments = example_arguments(text, path, function, described)
    return FORMATS[form](circuit(text, path, function, options, arguments))


def _named(source: str) -> tuple[str, str]:
    """The file and the function that the command line names."""
    path, _, function = source.rpartition(":")
    if path and all(part.isidentifier() for part in function.split(".")):
        return path, function
    return source, ""


def _only_function(text: str) -> str:
    """The function of a file that has one; a file that is not understood is told of by the generator."""
    try:
        names = [node.name for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ""
    if len(names) != 1:
        raise WrongInput(f"which function is not said; there are {', '.join(names) or 'none'}")
    return names[0]
