"""What an example shows of a function on the page of review: values, gradients, their check, what is kept."""

from __future__ import annotations

import contextlib
import copy
import importlib.util
import inspect
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from codegen.circuit import circuit
from codegen.drawn import svg
from codegen.evaluated import Evaluated, Stage, evaluated
from codegen.files import FileRefused
from codegen.gradcheck import Report, check_gradients
from codegen.kept import held
from codegen.options import Options
from codegen.page import Beside, Table

MOST_GATES = 60
FEW = 4  # entries of an array that are written out
GRADIENT = "gradient"


@dataclass(frozen=True)
class Shown:
    """Values beside the lines of the source, tables, and the circuit, as SVG, where it can be drawn."""

    beside: Mapping[int, tuple[Beside, ...]]
    tables: tuple[Table, ...]
    drawing: str


@dataclass(frozen=True)
class Run:
    """A function of a source file, its options, and the module that was generated, whose lines are named."""

    text: str
    path: str
    function: str
    options: Options
    made: str

    def shown(self, arguments: Mapping[str, Any]) -> Shown:
        """All that arguments show. This runs the user's code; raises `FileRefused` where that fails."""
        given = [copy.deepcopy(dict(arguments)) for _ in range(4)]  # a function may write into them
        found = evaluated(self.text, self.path, self.function, self.options, given[0])
        tables = [_stages(found), *self._checked(given[1]), self._held(given[2])]
        return Shown(_beside(found), tuple(tables), self._drawing(given[3]))

    def _drawing(self, arguments: Mapping[str, Any]) -> str:
        """The circuit; what has no gates, or more of them than can be seen, has no drawing."""
        try:
            found = circuit(self.text, self.path, self.function, self.options, arguments)
        except FileRefused:
            return ""
        return svg(found) if len(found.gates) <= MOST_GATES else ""

    def _checked(self, arguments: Mapping[str, Any]) -> Iterator[Table]:
        """The gradient check of each argument; methods and arguments by name alone are not checked."""
        if "." in self.function:
            return
        with _loaded(self.path) as module, np.errstate(all="ignore"):
            function = getattr(module, self.function)
            bound = inspect.signature(function).bind(**arguments)
            bound.apply_defaults()  # one that is left out may stand before one that is given
            if bound.kwargs:
                return
            report = check_gradients(
                function,
                *bound.args,
                wrt=self.options.wrt.get(self.function),
                final=self.function in self.options.final,
                templates=self.options.templates,
                raise_on_error=False,
            )
        yield _check(report)

    def _held(self, arguments: Mapping[str, Any]) -> Table:
        report = held(self.made, self.text, self.path, self.function, arguments)
        rows = tuple(
            (
                "  " * row.depth + row.name,
                row.shape,
                row.dtype,
                f"{row.bytes:,}",
                ", ".join(str(line) for line, _ in row.read),
            )
            for row in report.rows
        )
        above = f"In memory {report.total:,} bytes, {report.of_arguments:,} of them in the arguments."
        return Table("The cache", above, ("name", "shape", "type", "bytes", "read on lines"), rows)


def _stages(found: Evaluated) -> Table:
    rows = tuple(
        (
            str(one.line),
            _name(one),
            _text(one.value),
            "" if one.gradient is None else _text(one.gradient),
            f"none: {one.why}" if one.gradient is None else "",
        )
        for one in found.stages
    )
    ups = ", ".join(_text(one) for one in found.upstream)
    above = f"The gradient on what is returned is {ups}." if found.upstream else ""
    head = ("line", "name", "value", "gradient", "")
    return Table("Stages", above, head, rows, ("", "", "value", GRADIENT, "text"))


def _name(stage: Stage) -> str:
    return f"{stage.name} (the last of {stage.turns} turns)" if stage.turns > 1 else stage.name


def _beside(found: Evaluated) -> dict[int, tuple[Beside, ...]]:
    beside: dict[int, tuple[Beside, ...]] = {}
    for one in found.stages:
        gradient = _text(one.gradient) if one.gradient is not None else ""
        beside[one.line] = (*beside.get(one.line, ()), Beside(one.name, _text(one.value), gradient))
    return beside


def _check(report: Report) -> Table:
    head = ("argument", "entries", "worst entry", "gradient", "by differences", "error", "method", "")
    rows = tuple(
        (
            one.name,
            str(one.entries),
            one.worst,
            f"{one.analytic:.8g}",
            f"{one.numeric:.8g}",
            f"{one.error:.1e}",
            one.method,
            "right" if one.ok else f"WRONG {one.note}".strip(),
        )
        for one in report.arguments
    )
    above = report.complaint or "With a gradient on the output that is drawn."
    return Table("Gradient check", above, head, rows)


def _text(value: Any) -> str:
    """A value in few words: a number, a few of them, or the shape and the norm of more."""
    if isinstance(value, (bool, str, bytes)) or value is None:
        return repr(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key!r}: {_text(part)}" for key, part in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_text, value)) + "]"
    with contextlib.suppress(TypeError, ValueError):
        array = np.asarray(value)
        if array.dtype.kind in "fciu":
            return _numbers(array)
    return type(value).__name__


def _numbers(array: np.ndarray[Any, Any]) -> str:
    if array.ndim == 0:
        return f"{array[()]:.5g}"
    if array.size <= FEW:
        return str([float(f"{x:.4g}") if array.dtype.kind == "f" else x for x in array.ravel().tolist()]) + (
            f" {array.shape}" if array.ndim > 1 else ""
        )
    return f"{array.shape} |.| = {np.linalg.norm(array.ravel()):.4g}"


@contextlib.contextmanager
def _loaded(path: str) -> Iterator[ModuleType]:
    """The module of a source file, run; what it imports may stand beside it."""
    name = f"backprop_page_{Path(path).stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    before = list(sys.path)
    sys.path.insert(0, str(Path(path).resolve().parent))
    sys.modules[name] = module
    try:
        with contextlib.redirect_stdout(sys.stderr):
            spec.loader.exec_module(module)
            yield module
    finally:
        sys.path[:] = before
        del sys.modules[name]
