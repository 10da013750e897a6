"""The circuit diagram of a function at an example: its gates, and values and gradients on its wires.

It is plain data, which `drawn` makes pictures of. Making it runs the function.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, NoReturn

import numpy as np

from codegen.build import Defect
from codegen.decomposed import decomposed
from codegen.evaluated import CONSTANT, Evaluated, Stage, as_dicts, evaluated, followed
from codegen.files import FileRefused
from codegen.nests import is_leaf, leaves, mapped, same
from codegen.options import Options
from codegen.parse import Module, parse
from codegen.problems import Problem, Refused, lines_of, problem_at
from codegen.sites import function_in
from codegen.trees import walk
from codegen.wires import Decomposed, Gate, Seen

TOLERANCE = 1e-6
UNLIKE = "the gates, one by one, do not give what the function gives"


@dataclass(frozen=True)
class Wire:
    """A value: what people call it, if they do, and how its value and the gradient on it are shown."""

    key: str
    name: str
    value: str
    gradient: str


@dataclass(frozen=True)
class Circuit:
    """Gates in the order of their execution, and wires by key; `inputs` and `outputs` are wires."""

    function: str
    title: str
    gates: tuple[Gate, ...]
    wires: Mapping[str, Wire]
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]


def circuit(text: str, path: str, function: str, options: Options, arguments: Mapping[str, Any]) -> Circuit:
    """The circuit of a function (or method) of a source at example arguments.

    This runs the user's code, as `evaluated` does. Raises as that does, and `FileRefused` with E014 where
    something has no gates.
    """
    whole = evaluated(text, path, function, options, arguments, stages=False)
    module = parse(text, path)
    plain, annotations = _arguments(whole, module, function)
    holders = frozenset(stage.name for stage in whole.stages if _holds(stage.value))
    ways = followed(text, path, function, options, arguments)
    seen = Seen(ways, annotations, plain, holders=holders)
    apart = _apart(module, function, seen)
    # What is fixed is known when it is run; what stands in it may be seen to be fixed only then.
    while more := _fixed(apart, _evaluated(apart, module, function, options, arguments)) - seen.fixed:
        seen = replace(seen, fixed=seen.fixed | more)
        apart = _apart(module, function, seen)
    result = _evaluated(apart, module, function, options, arguments, stages=True)
    if not _agree(whole, result):
        _refuse(module, function)
    return _shown(apart, result, arguments)


def _evaluated(
    apart: Decomposed,
    module: Module,
    function: str,
    options: Options,
    arguments: Mapping[str, Any],
    *,
    stages: bool = False,
) -> Evaluated:
    """What the function that is taken apart gives; what is refused of it is no fault of the user's text."""
    try:
        return evaluated(apart.text, module.path, function, options, arguments, stages=stages)
    except (FileRefused, Defect):
        _refuse(module, function)


def _refuse(module: Module, function: str) -> NoReturn:
    node = function_in(_tree(module), function)
    assert node is not None
    message = f"{function} is not shown gate by gate: {UNLIKE}, or they are refused"
    way = "draw a part of it: a function of its own, with one value a name, is shown as it stands"
    raise FileRefused(module.path, [problem_at("E014", node, message, way)], lines_of(module.text))


def _apart(module: Module, function: str, seen: Seen) -> Decomposed:
    try:
        return decomposed(module, function, seen)
    except RecursionError:
        problem = Problem(0, 0, "E010", "an expression is nested too deeply to be shown")
        raise FileRefused(module.path, [problem]) from None
    except Refused as refused:
        raise FileRefused(module.path, refused.problems, lines_of(module.text)) from None


def _arguments(whole: Evaluated, module: Module, function: str) -> tuple[frozenset[str], Mapping[str, str]]:
    """The arguments that are no numbers with gradients, and how the others are annotated."""
    plain, annotations = set(), {}
    node = function_in(_tree(module), function)
    assert node is not None
    own = {part.arg for part in walk(node.args) if isinstance(part, ast.arg) and part.annotation is not None}
    for stage in whole.stages:
        if stage.gradient is None and not any(True for _ in leaves(stage.value)):
            plain.add(stage.name)
        elif is_leaf(stage.value) and np.ndim(stage.value):
            annotations[stage.name] = " ".join(map(str, np.shape(stage.value)))
        elif isinstance(stage.value, (int, float)) and stage.name not in own:
            annotations[stage.name] = "float"
    return frozenset(plain), annotations


def _fixed(apart: Decomposed, first: Evaluated) -> frozenset[Any]:
    """The expressions that are no numbers with gradients, nor hold any: shapes, indices, truths."""
    stages = {stage.name: stage for stage in first.stages}
    found: dict[Any, bool] = {}
    places = [(gate.span, gate.outputs) for gate in apart.gates]
    places += [(span, (wire,)) for wire, span in apart.parts.items()]
    for span, wires in places:
        fixed = all(wire in stages and _is_fixed(stages[wire]) for wire in wires)
        found[span] = fixed and found.get(span, True)
    return frozenset(span for span, fixed in found.items() if fixed)


def _is_fixed(stage: Stage) -> bool:
    return stage.why == CONSTANT or not (_is_nest(stage.value) or _holds(stage.value))


def _holds(value: Any) -> bool:
    """Whether a value is an instance with fields, or a function."""
    return hasattr(value, "__dict__") or hasattr(value, "_fields")


def _agree(whole: Evaluated, result: Evaluated) -> bool:
    """Whether gate by gate the function gives what it does, and has the same gradients on its arguments."""
    found = {stage.name: as_dicts(stage.gradient) for stage in result.stages if stage.is_argument}
    for stage in whole.stages:
        gradient, other = as_dicts(stage.gradient), found.get(stage.name)
        if other is None and _is_nest(gradient):
            other = mapped(gradient, lambda _, value: 0 * value if is_leaf(value) else value)
        if _is_nest(gradient) and not same(gradient, other, TOLERANCE):
            return False
    return same(as_dicts(whole.output), as_dicts(result.output), TOLERANCE)


def _is_nest(value: Any) -> bool:
    return any(True for _ in leaves(value))


def _shown(apart: Decomposed, result: Evaluated, arguments: Mapping[str, Any]) -> Circuit:
    """The circuit, with values and gradients as text."""
    stages = {stage.name: stage for stage in result.stages}
    keys = [*apart.inputs, *(wire for gate in apart.gates for wire in gate.outputs)]
    used = [stages[key] for key in keys if key in stages]
    given = [number for value in arguments.values() for number in _numbers(value)]
    shown = [number for stage in used for number in (*_numbers(stage.value), *_numbers(stage.gradient))]
    whole = all(type(number) is int for number in given) and all(float(n).is_integer() for n in shown)
    wires = {}
    for key in keys:
        stage = stages.get(key)
        value = "" if stage is None else _text(stage.value, whole)
        gradient = "" if stage is None or stage.gradient is None else _text(stage.gradient, whole)
        wires[key] = Wire(key, apart.names.get(key, ""), value, gradient)
    at = ", ".join(f"{name}={_text(value, whole=True)}" for name, value in arguments.items())
    title = f"{result.function} at {at}"
    return Circuit(result.function, title, apart.gates, wires, apart.inputs, apart.outputs)


def _numbers(value: Any) -> Iterator[Any]:
    """The numbers that a value is, or holds in lists."""
    if isinstance(value, (int, float, np.number)) and not isinstance(value, bool):
        yield value
    elif isinstance(value, (list, tuple, dict)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _numbers(part)


def _text(value: Any, whole: bool) -> str:
    """A value as it stands at a wire: a number as the notes write it, of an array the shape and the norm."""
    if isinstance(value, bool) or value is None:
        return str(value)
    if isinstance(value, (int, float, np.number)):
        return number_text(float(value), whole and float(value).is_integer())
    if isinstance(value, np.ndarray):
        size = "x".join(map(str, value.shape)) or "number"
        norm = float(np.linalg.norm(value.astype(float).ravel())) if value.dtype.kind in "fiub" else 0.0
        return f"{size} |{number_text(norm, whole=False)}|"
    if isinstance(value, (list, tuple)):
        parts = ", ".join(_text(part, whole) for part in value)
        return f"[{parts}]" if len(parts) <= 20 else f"{type(value).__name__} of {len(value)}"
    return type(value).__name__


def number_text(number: float, whole: bool) -> str:
    """A number with two decimals, or as a whole one; never zero where it is not."""
    if whole and abs(number) < 1e9:
        return str(int(number))
    size = abs(number)
    if size and (size < 0.005 or size >= 1e6) and np.isfinite(size):
        return f"{number:.1e}"
    return f"{number + 0.0:.2f}"


def _tree(module: Module) -> ast.Module:
    return ast.parse(module.text)
