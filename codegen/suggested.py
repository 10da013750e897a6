"""The backward lines that the generator writes for a forward pass: what may stand where a line is wrong."""

from __future__ import annotations

import ast
import contextlib
import io
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from codegen.evaluated import evaluated
from codegen.generate import Generated, Options, generated
from codegen.handwritten import BINDERS, Forward, targets
from codegen.lower import base
from codegen.origins import mapped
from codegen.stepwise import reads
from codegen.truth import Point, Trace

SCRIPT = "script"
INDENT = "    "


@dataclass(frozen=True)
class Suggested:
    """Backward lines: for the gradient on which variable, through which forward line, and their text."""

    variable: str
    line: int
    text: str


@dataclass(frozen=True)
class Restated:
    """A forward pass as a function that is generated from; `places` are the lines of the file by its own.

    `given` are the arguments of the function that a script is made.
    """

    text: str
    name: str
    path: str
    places: Mapping[int, int]
    given: Mapping[str, Any] = field(default_factory=dict)


def restated(
    forward: Forward, point: Point, trace: Trace, begun: Mapping[str, Any], outputs: Sequence[str]
) -> Restated:
    """A script as a function of what it begins with (`begun`), or a forward pass without its cache.

    Whole numbers in `begun` are such; those that there are gradients on are given as others.
    """
    if forward.node is None:
        return _as_function(forward, point, trace, begun, outputs)
    text = _without_cache(forward)
    places = {number: number for number in range(1, text.count("\n") + 2)}
    return Restated(text, forward.name, forward.file.path, places)


def suggested(source: Restated, *, final: bool) -> list[Suggested]:
    """The lines; none where the generator refuses the forward pass."""
    options = Options(only=(source.name,), final=(source.name,) if final else ())
    try:
        made = generated(source.text, source.path, options)
    except Exception:  # the pass is graded without them, whatever stands against it
        return []
    return list(_lines(made, source.name, source.places))


def exact_gradients(
    source: Restated, arguments: Mapping[str, Any], upstream: Sequence[Any]
) -> dict[tuple[str, int], Any]:
    """The gradients on values of variables by the line that gave them; none where they are not found."""
    try:
        with contextlib.redirect_stderr(io.StringIO()):  # where what it prints is printed
            found = evaluated(source.text, source.path, source.name, Options(), arguments, upstream=upstream)
    except (Exception, SystemExit):  # there are other ways to the truth
        return {}
    return {
        (stage.name, 0 if stage.is_argument else source.places.get(stage.line, -1)): stage.gradient
        for stage in found.stages
        if stage.turns == 1 and stage.gradient is not None
    }


def _lines(made: Generated, name: str, places: Mapping[int, int]) -> list[Suggested]:
    (pair,) = (pair for pair in made.pairs if pair.summary.name == name)
    texts = made.emitted.text.split("\n")
    found = []
    for one in mapped(made.emitted):
        line = one.origin.line
        if one.origin.function != name or line is None or one.origin.statement < 0:
            continue
        node = pair.lowered.statements[one.origin.statement].node
        text = textwrap.dedent("\n".join(texts[one.first - 1 : one.last]))
        for target in line.targets or (line.target,):
            if target.startswith("d ") and node is not None:
                found.append(Suggested(base(target[2:]), places.get(node.lineno, 0), text))
    return found


def _without_cache(forward: Forward) -> str:
    """The text with the forward pass as a function that returns no cache."""
    if not forward.cached or forward.node is None:
        return forward.file.text
    lines = forward.file.text.split("\n")
    for node in ast.walk(forward.node):
        if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
            given = ", ".join(ast.unparse(one) for one in node.value.elts[:-1])
            first, last = node.lineno - 1, node.end_lineno or node.lineno
            indent = lines[first][: node.col_offset]
            lines[first:last] = [f"{indent}return {given}", *[""] * (last - first - 1)]
    return "\n".join(lines)


def _as_function(
    forward: Forward, point: Point, trace: Trace, begun: Mapping[str, Any], outputs: Sequence[str]
) -> Restated:
    """A script as a function of what it has prepared, and what it draws."""
    drawn = {id(step.node) for step in trace.steps if step.number in point.placed}
    body = [node for node in forward.body if id(node) not in drawn and not isinstance(node, BINDERS)]
    read = {name for node in body for name in reads(node)}
    given = {name: value for found in point.placed.values() for name, value in found.items()}
    prepared = {name for node in forward.before if not isinstance(node, BINDERS) for name in targets(node)}
    given |= {name: value for name, value in begun.items() if name in read and name in prepared}
    heads = [node for node in (*forward.before, *forward.body) if isinstance(node, BINDERS)]
    imports = ["import math", "import numpy as np", *(ast.unparse(node) for node in heads)]
    parameters = ", ".join(f"{name}{_annotation(value)}" for name, value in given.items())
    made = [*"\n".join(dict.fromkeys(imports)).split("\n"), f"def {SCRIPT}({parameters}):"]
    source, places = forward.file.text.split("\n"), {}
    for node in body:
        for number in range(node.lineno, (node.end_lineno or node.lineno) + 1):
            made.append(INDENT + source[number - 1])
            places[len(made)] = number
    text = "\n".join([*made, f"{INDENT}return {', '.join(outputs)}", ""])
    return Restated(text, SCRIPT, forward.file.path, places, given)


def _annotation(value: object) -> str:
    if isinstance(value, np.ndarray):
        return f": {' '.join(map(str, value.shape))!r}"
    return {int: ": int", float: ": float", list: ": list", dict: ": dict"}.get(type(value), "")
