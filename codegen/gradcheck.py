"""Gradient checks: what the generated passes say, held against differences of the function itself."""

from __future__ import annotations

import copy
import inspect
import math
import random as plain_random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from codegen.differences import Differences, Direction
from codegen.inprocess import Function, Names, Passes, find_passes, passes_of, run_passes
from codegen.nests import (
    Path,
    drawn_like,
    floated,
    follow,
    in_numpy,
    leaves,
    same,
    spelled,
    weighed_sum,
    widened,
)

COMPLEX, REAL = "complex step", "central differences"


class GradientError(AssertionError):
    """A gradient disagrees with differences of the function; `report` has all of them."""

    def __init__(self, report: Report) -> None:
        super().__init__(f"{report.complaint}\n{report}")
        self.report = report


@dataclass(frozen=True)
class ArgumentReport:
    """The check of the gradient on one argument, by its worst entry."""

    name: str
    entries: int
    worst: str
    analytic: float
    numeric: float
    error: float
    method: str
    ok: bool
    note: str = ""


@dataclass(frozen=True)
class Report:
    """The check of all gradients of a function."""

    function: str
    arguments: tuple[ArgumentReport, ...]

    @property
    def ok(self) -> bool:
        """Whether every gradient agrees."""
        return all(argument.ok for argument in self.arguments)

    @property
    def complaint(self) -> str:
        """What is wrong, by the worst entry; empty where nothing is."""
        wrong = [argument for argument in self.arguments if not argument.ok]
        if not wrong:
            return ""
        worst = max(wrong, key=_badness)
        if worst.note:
            return f"{self.function}: the gradient on {worst.worst} {worst.note}"
        return (
            f"{self.function}: the gradient on {worst.worst} is {worst.analytic:.10g}, "
            f"but by {worst.method} it is {worst.numeric:.10g}"
        )

    def __str__(self) -> str:
        rows = [("argument", "entries", "worst entry", "analytic", "numeric", "error", "by", "")]
        for a in self.arguments:
            numbers = (f"{a.analytic:.8g}", f"{a.numeric:.8g}", f"{a.error:.1e}")
            rows.append((a.name, str(a.entries), a.worst, *numbers, a.method, "ok" if a.ok else "WRONG"))
        widths = [max(map(len, column)) for column in zip(*rows)]
        lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths)) for row in rows)
        return "\n".join(line.rstrip() for line in lines)


def check_gradients(
    f: Function,
    *args: Any,
    pair: tuple[Function, Function] | None = None,
    wrt: Names | None = None,
    final: bool = False,
    templates: Names = (),
    seed: int = 0,
    rtol: float | None = None,
    atol: float | None = None,
    entries: int = 500,
    raise_on_error: bool = True,
) -> Report:
    """Checks the passes generated for `f` at `args` against differences of `f` itself.

    With `pair`, a forward and a backward pass that are there already, these are checked, and nothing is
    generated: a pair of a module that was written by `backprop build`, for one.

    Arguments are numbers, arrays, and nests of them in lists, tuples and dicts. Outputs that are
    not scalars, or several, are weighed with a random upstream gradient drawn from `seed`. Of an
    argument with more than `entries` numbers that many are drawn. An entry agrees if its error is
    at most `atol + rtol * abs(numeric)`; without these, the tolerance follows from the precision
    of the arguments and the method. What `f` draws from the global generators of Python and of NumPy is
    drawn alike each time that it runs. Raises `GradientError`, unless `raise_on_error` is False.
    """
    random = np.random.default_rng(seed)
    if pair is None:
        passes = find_passes(f, wrt, final=final, templates=templates)
        pair = run_passes(passes)
    elif wrt is not None or final or templates != ():
        raise TypeError("a pair is as it is: wrt, final and templates are for one that is generated")
    else:
        passes = passes_of(f, pair)
    found = _Found(f, passes, pair, args, random)
    differences = Differences(found.weigh, found.wide, found.rounding, rtol, atol)
    reports = [_Argument(found, differences, at, random, entries).report() for at in found.gradients]
    report = Report(passes.source.name, tuple(reports))
    if raise_on_error and not report.ok:
        raise GradientError(report)
    return report


class _Found:
    """What a function and its passes give at some arguments.

    `gradients` are by position of the argument; `wide` are the arguments as differences need
    them, in double precision; `weights` are the upstream gradients, one an output.
    """

    def __init__(
        self,
        f: Function,
        passes: Passes,
        pair: tuple[Function, Function],
        args: Sequence[Any],
        random: np.random.Generator,
    ) -> None:
        self._drawn, self._draws = _generators(), False
        self.name = passes.source.name
        self.parameters = tuple(inspect.signature(f).parameters)
        self._f = f
        differentiated = [self.parameters.index(name) for name in passes.differentiated]
        given = [at for at in differentiated if at < len(args)]
        self.wide = [widened(arg) if at in given else copy.deepcopy(arg) for at, arg in enumerate(args)]
        floats = [floated(arg) if at in given else arg for at, arg in enumerate(args)]
        outputs = self._outputs(floats)
        self._draws = _advanced(self._drawn)
        self.rounding = _rounding([*args, *outputs])
        upstreams = len(passes.backward.args.args) - 1
        if upstreams not in (0, len(outputs)):
            raise ValueError(
                f"{self.name}: {self.name}_backward takes {upstreams} upstream gradients, but "
                f"{len(outputs)} of the outputs at these arguments are floating-point"
            )
        self.weights = tuple(drawn_like(output, random) for output in outputs) if upstreams else (1.0,)
        forward, backward = pair
        result = self._run(forward, copy.deepcopy(list(args)))
        self._compare_values(result, floats)
        cache = result[-1] if self._returns else result
        returned = backward(*(self.weights if upstreams else ()), cache)
        values = [returned] if len(differentiated) == 1 else list(returned)
        if len(values) != len(differentiated):
            there = f"{len(values)} gradients, and not the {len(differentiated)} of its last line"
            raise ValueError(f"{self.name}: {self.name}_backward gives {there}")
        self.gradients = {at: in_numpy(value) for at, value in zip(differentiated, values) if at in given}

    def weigh(self, args: Sequence[Any]) -> tuple[complex, float]:
        """The outputs at `args`, as one number."""
        return weighed_sum(tuple(self._outputs(args)), self.weights)

    def _outputs(self, args: Sequence[Any]) -> list[Any]:
        """The outputs that have a gradient: returned ones, and the arguments that were written to."""
        passed = copy.deepcopy(list(args))
        value = self._run(self._f, passed)
        self._returns = value is not None
        returned = value if type(value) is tuple else (value,)
        written = [new for old, new in zip(args, passed) if not same(old, new)]
        more = (new for new in written if not any(new is one for one in returned))
        return [*_outputs_in(in_numpy(value)), *more]

    def _run(self, function: Function, args: Sequence[Any]) -> Any:
        """What a function gives; what it draws is alike each time."""
        if self._draws:
            plain_random.setstate(self._drawn[0])
            np.random.set_state(self._drawn[1])
        return function(*args)

    def _compare_values(self, result: Any, args: Sequence[Any]) -> None:
        """The forward pass must return what the function does, or no gradient means anything."""
        if not self._returns:
            return
        value = in_numpy(self._run(self._f, copy.deepcopy(list(args))))
        given = in_numpy(result[0] if len(result) == 2 else tuple(result[:-1]))
        expected, actual = _outputs_in(value), _outputs_in(floated(given))
        if not same(expected, actual, 1000 * self.rounding):
            raise ValueError(f"{self.name}: {self.name}_forward returns {given}, but {self.name} {value}")


@dataclass(frozen=True)
class _Argument:
    """The check of one argument's gradient."""

    found: _Found
    differences: Differences
    position: int
    random: np.random.Generator
    limit: int

    def report(self) -> ArgumentReport:
        """The worst of its entries."""
        name = self.found.parameters[self.position]
        where = list(leaves(self.found.wide[self.position]))
        for path, leaf in where:
            shape = np.shape(self._gradient(path, leaf))
            if shape != np.shape(leaf):
                note = f"has the shape {shape}, not {np.shape(leaf)}"
                nothing = (math.nan, math.nan, math.inf)
                return ArgumentReport(name, 0, spelled(name, path, ()), *nothing, "shape", False, note)
        method = COMPLEX if self._complex_step_works(where) else REAL
        entries = self._entries(where)
        reports = [self._entry(name, path, leaf, index, method) for path, leaf, index in entries]
        best = ArgumentReport(name, 0, name, 0.0, 0.0, 0.0, method, True)
        worst = max(reports, key=_badness, default=best)
        return replace(worst, entries=len(reports))

    def _entries(self, where: Sequence[tuple[Path, Any]]) -> list[tuple[Path, Any, tuple[int, ...]]]:
        """Every number in the argument, or as many as the limit allows, drawn."""
        entries = [(path, leaf, index) for path, leaf in where for index in np.ndindex(np.shape(leaf))]
        if len(entries) <= self.limit:
            return entries
        chosen = self.random.choice(len(entries), self.limit, replace=False)
        return [entries[at] for at in sorted(chosen)]

    def _entry(self, name: str, path: Path, leaf: Any, index: tuple[int, ...], method: str) -> ArgumentReport:
        analytic = float(np.asarray(self._gradient(path, leaf))[index])
        move = np.zeros(np.shape(leaf))
        move[index] = 1.0
        direction = Direction(self.position, {path: move}, abs(float(np.asarray(leaf)[index])))
        good, numeric = False, math.nan
        if method == COMPLEX:
            numeric, good = self.differences.along_imaginary(direction, analytic)
        if not good:
            real, good = self.differences.along_real(direction, analytic)
            if method == COMPLEX and good:
                # Of the two methods the complex step is exact, unless the other one contradicts it. Where its
                # steps are too wide to do so, what they tend to may still be one of the two numbers by far.
                nearer = 10 * abs(analytic - real) <= abs(numeric - real)
                good = nearer or not self.differences.along_real(direction, numeric)[1]
            numeric, method = (real, REAL) if good or method == REAL else (numeric, method)
        error = 0.0 if analytic == numeric else abs(analytic - numeric) / max(1.0, abs(numeric))
        return ArgumentReport(name, 1, spelled(name, path, index), analytic, numeric, error, method, good)

    def _gradient(self, path: Path, leaf: Any) -> Any:
        """The gradient on a leaf. A key that a dict's gradient lacks, or no float there, is zero."""
        gradient = follow(self.found.gradients[self.position], path)
        return np.zeros(np.shape(leaf)) if gradient is None else gradient

    def _complex_step_works(self, where: Sequence[tuple[Path, Any]]) -> bool:
        moves = {path: self.random.standard_normal(np.shape(leaf)) for path, leaf in where}
        return bool(moves) and self.differences.complex_step_works(Direction(self.position, moves))


def _generators() -> tuple[Any, Any]:
    """The states of the global generators of Python and of NumPy."""
    return plain_random.getstate(), np.random.get_state()


def _advanced(before: tuple[Any, Any]) -> bool:
    """Whether something has been drawn since."""
    python, (_, keys, *more) = _generators()
    return python != before[0] or more != list(before[1][2:]) or not np.array_equal(keys, before[1][1])


def _outputs_in(value: Any) -> list[Any]:
    """The returned values that have a gradient: a tuple is several outputs, anything else is one."""
    values = value if type(value) is tuple else (value,)
    return [output for output in values if any(True for _ in leaves(output))]


def _badness(report: ArgumentReport) -> tuple[bool, bool, float]:
    return not report.ok, bool(report.note), math.inf if math.isnan(report.error) else report.error


def _rounding(values: Sequence[Any]) -> float:
    """The relative rounding of the least precise value."""
    kinds = [np.asarray(leaf).dtype for value in values for _, leaf in leaves(value)]
    return max([float(np.finfo(kind).eps) for kind in kinds], default=float(np.finfo(float).eps))
