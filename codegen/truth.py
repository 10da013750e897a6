"""What is true at a point: the values of all variables of a forward pass there, and the gradients on them.

A variable may be given several values, in loops one a turn: each is a version of it. The gradient on a
version is found by moving it between two statements, and so is what each statement that reads it gives to it.
"""

from __future__ import annotations

import inspect
import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from codegen.handwritten import Forward
from codegen.nests import Moves, Path, follow, leaves, mapped, moved, same, weighed_sum, widened
from codegen.stepwise import RETURNED, Compiled, Step, Stopped, Values, Walk, binds, copied, reads, seeded

STEP = 1e-5
ROUNDING = 1e-14  # of what the forward pass gives
ARGUMENT = -1  # the step at which arguments have their values
SMALL = 40  # numbers: so many are moved one by one
MOST = 100_000  # runs of the forward pass, before there is too much to move


class NotSmooth(Exception):
    """The function has a kink here, or is not defined around: no gradient there tells anything."""


class TooLarge(Exception):
    """There are too many numbers to be moved one by one."""


@dataclass(frozen=True)
class Point:
    """Where a pass is looked at: the arguments, and what statements give that compute from nothing."""

    given: Mapping[str, Any]
    placed: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True)
class Nudge:
    """A variable that is moved: behind a step, or only while a step reads it."""

    variable: str
    step: int
    moves: Moves
    size: float
    reading: bool = False


@dataclass(frozen=True)
class Version:
    """A value of a variable: it has it behind a step."""

    variable: str
    step: int
    line: int


@dataclass(frozen=True)
class Trace:
    """A run of a forward pass: its steps, what it gave, and what its variables were in the end."""

    steps: tuple[Step, ...]
    outputs: tuple[Any, ...]
    cache: Any
    values: Values
    versions: Mapping[str, tuple[tuple[Version, Any], ...]]
    written: tuple[str, ...] = ()  # arguments that the pass has written into


@dataclass
class Runner:
    """Runs a forward pass. `outputs` are the variables that a script ends with."""

    forward: Forward
    namespace: Values
    compiled: Compiled
    outputs: tuple[str, ...] = ()

    def arguments(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """The arguments with the defaults of those that are not given."""
        if self.forward.node is None:
            return dict(given)
        function = self.namespace[self.forward.name]
        bound = inspect.signature(function).bind_partial(**given)
        bound.apply_defaults()
        return dict(bound.arguments)

    def run(self, point: Point, nudge: Nudge | None = None, *, recorded: bool = False) -> Trace:
        """One run; `recorded` keeps the versions of all variables."""
        values = seeded(self.namespace)
        if self.forward.node is None:
            values = {name: copied(value) for name, value in values.items()}
        passed = {name: copied(value) for name, value in self.arguments(point.given).items()}
        values |= passed
        walk = Walk(values, self.compiled)
        log = _Log()
        if recorded:
            log.arguments(self.forward.arguments or tuple(point.given), values)
        if nudge is not None and nudge.step == ARGUMENT:
            _move(values, nudge)
        steps = []
        for step in walk.steps(self.forward.body):
            steps.append(step)
            self._take(walk, step, point, nudge)
            if recorded:
                log.step(step, values)
        outputs, cache = self._given(values)
        before = self.arguments(point.given) if recorded else {}
        written = tuple(name for name, value in before.items() if not _same(value, passed[name]))
        return Trace(tuple(steps), outputs, cache, values, log.versions(), written)

    def _take(self, walk: Walk, step: Step, point: Point, nudge: Nudge | None) -> None:
        here = nudge is not None and nudge.step == step.number
        if step.number in point.placed:
            placed = point.placed[step.number]
            walk.values |= {name: copied(value) for name, value in placed.items()}
        elif nudge is not None and here and nudge.reading:
            before = walk.values.get(nudge.variable)
            after = _move(walk.values, nudge)
            walk.run(step)
            if walk.values.get(nudge.variable) is after:
                walk.values[nudge.variable] = before
        else:
            walk.run(step)
        if nudge is not None and here and not nudge.reading:
            _move(walk.values, nudge)

    def _given(self, values: Values) -> tuple[tuple[Any, ...], Any]:
        if self.forward.node is None:
            return tuple(values[name] for name in self.outputs), None
        returned = values.get(RETURNED)
        many = self.forward.outputs + self.forward.cached > 1
        whole = tuple(returned) if many and isinstance(returned, tuple) else (returned,)
        outputs = whole[: self.forward.outputs]
        return outputs, whole[-1] if self.forward.cached else None


def movable(value: Any) -> Any:
    """A value with numbers that may be moved. Whole numbers beside others are places, but not in lists."""

    def widen(_: object, part: Any) -> Any:
        return (
            widened(part) if isinstance(part, (np.ndarray, np.generic)) and part.dtype.kind == "f" else part
        )

    numbers = isinstance(value, list) and all(type(part) in (int, float) for part in value)
    return widened(value) if numbers or not any(True for _ in leaves(value)) else mapped(value, widen)


def _same(one: Any, other: Any) -> bool:
    """Whether a value is what it was; of a dict, whether the numbers in it are that there were."""
    try:
        if isinstance(one, dict):
            return all(same(leaf, follow(other, path)) for path, leaf in leaves(one))
        return same(one, other)
    except (TypeError, ValueError):  # what is compared in a way of its own
        return True


def _move(values: Values, nudge: Nudge) -> Any:
    values[nudge.variable] = moved(movable(values[nudge.variable]), nudge.moves, nudge.size)
    return values[nudge.variable]


@dataclass
class _Log:
    """Keeps what variables are after each step."""

    found: dict[str, list[tuple[Version, Any]]] = field(default_factory=dict)

    def arguments(self, names: Sequence[str], values: Values) -> None:
        """What the arguments are at first."""
        for name in names:
            self.found[name] = [(Version(name, ARGUMENT, 0), copied(values.get(name)))]

    def step(self, step: Step, values: Values) -> None:
        """What a step has given."""
        for name in binds(step.node):
            if name in values:
                version = Version(name, step.number, step.line)
                self.found.setdefault(name, []).append((version, copied(values[name])))

    def versions(self) -> dict[str, tuple[tuple[Version, Any], ...]]:
        """All versions, by their variables."""
        return {name: tuple(found) for name, found in self.found.items()}


@dataclass
class Truth:
    """The gradients at a point, each worked out when it is first asked for.

    `weights` are the gradients on what the forward pass gives. Small gradients are found by differences; of
    large ones generated pairs give the `exact` ones, by variable and line, which are held against
    the difference along one direction. Raises `NotSmooth` where there are none.
    """

    runner: Runner
    point: Point
    weights: tuple[Any, ...]
    exact: Callable[[], Mapping[tuple[str, int], Any]] = dict
    exactly: Mapping[tuple[str, int], Any] | None = None
    trace: Trace = field(init=False)
    known: dict[tuple[Version, int | None], Any] = field(default_factory=dict)
    runs: int = 0
    until: float = math.inf  # when it is to stop

    def __post_init__(self) -> None:
        self.trace = self.runner.run(self.point, recorded=True)
        self.here = self._worth(None)

    def versions(self, variable: str) -> tuple[Version, ...]:
        """The versions of a variable, in order; of an item of a dict those of the dict."""
        return tuple(version for version, _ in self.trace.versions.get(_root(variable), ()))

    def value(self, variable: str, version: Version) -> Any:
        """What a version is worth."""
        (value,) = (value for one, value in self.trace.versions[_root(variable)] if one == version)
        return _item(value, variable)

    def gradient(self, variable: str, version: Version) -> Any:
        """The gradient on a version of a variable, in the form of its value; None where nothing is moved."""
        if (version, None) not in self.known:
            self.known[version, None] = self._found(version, version.step, reading=False)
        return _item(self.known[version, None], variable)

    def uses(self, variable: str, version: Version) -> tuple[Step, ...]:
        """The steps that read a version: those up to the one that gives the variable another value."""
        name, found = _root(variable), []
        for step in self.trace.steps[version.step + 1 :]:
            if name in reads(step.node) and step.number not in self.point.placed:
                found.append(step)
            if name in binds(step.node):
                break
        return tuple(found)

    def contribution(self, variable: str, version: Version, use: Step) -> Any:
        """What one statement that reads a version gives to the gradient on it."""
        if (version, use.number) not in self.known:
            self.known[version, use.number] = self._found(version, use.number, reading=True)
        return _item(self.known[version, use.number], variable)

    def _found(self, version: Version, step: int, *, reading: bool) -> Any:
        (value,) = (value for one, value in self.trace.versions[version.variable] if one == version)
        wide = movable(value)
        entries = sum(np.size(leaf) for _, leaf in leaves(wide))
        large = entries > SMALL or self.exactly is not None
        exact = self._exact(version) if large and not reading else None
        if exact is not None and self._holds(version, wide, exact):
            own = {path for path, _ in leaves(wide)}
            return mapped(wide, lambda path, _: follow(exact, path) if path in own else None)
        if self.runs + 2 * entries > MOST:
            raise TooLarge
        slopes: dict[Path, Any] = {}
        for path, leaf in leaves(wide):
            slope = np.zeros(np.shape(leaf))
            for index in np.ndindex(np.shape(leaf)):
                move = np.zeros(np.shape(leaf))
                move[index] = 1.0
                reach = max(1.0, abs(float(np.asarray(leaf)[index])))
                slope[index] = self._slope(version.variable, step, {path: move}, reach, reading)
            slopes[path] = slope if slope.shape else float(slope)
        return mapped(wide, lambda path, _: slopes.get(path))

    def is_moved_by(self, variable: str) -> bool:
        """Whether what comes out changes with a variable, along a direction that is drawn."""
        version = self.versions(variable)[0]
        random, wide = np.random.default_rng(0), movable(self.value(variable, version))
        moves = {path: random.normal(size=np.shape(leaf)) for path, leaf in leaves(wide)}
        return self._slope(version.variable, version.step, moves, 1.0, reading=False) != 0.0

    def _exact(self, version: Version) -> Any:
        """The exact gradient on a version, if its line was run once."""
        if self.exactly is None:
            self.exactly = self.exact()
        where = (version.variable, version.line)
        times = [other for other in self.versions(version.variable) if other.line == version.line]
        return self.exactly.get(where) if len(times) == 1 else None

    def _holds(self, version: Version, wide: Any, exact: Any) -> bool:
        """Whether a gradient has the form of its variable, and agrees along a direction that is drawn."""
        random = np.random.default_rng(0)
        moves = {path: random.normal(size=np.shape(leaf)) for path, leaf in leaves(wide)}
        if any(np.shape(follow(exact, path)) != np.shape(move) for path, move in moves.items()):
            return False
        slope = self._slope(version.variable, version.step, moves, 1.0, reading=False)
        along, size = weighed_sum(exact, mapped(wide, lambda path, part: moves.get(path, part)))
        return abs(along.real - slope) <= 1e-5 * size + 1e-7

    def _slope(self, variable: str, step: int, moves: Moves, reach: float, reading: bool) -> float:
        """The derivative along a move. Slopes to either side that stay apart are those of a kink."""
        gaps: list[float] = []
        for size in (STEP * reach, 0.1 * STEP * reach):
            ahead, behind = (
                (self._worth(Nudge(variable, step, moves, sign * size, reading)) - self.here) / (sign * size)
                for sign in (1, -1)
            )
            slope, gap = (ahead + behind) / 2, abs(ahead - behind)
            rounding = ROUNDING * max(abs(self.here), abs(slope)) / size
            if not math.isfinite(slope):
                raise NotSmooth
            if gap <= 1e-3 * abs(slope) + rounding or (gaps and gap <= 0.3 * gaps[0] + rounding):
                return slope
            gaps.append(gap)
        raise NotSmooth

    def _worth(self, nudge: Nudge | None) -> float:
        """What all outputs are worth, with something moved."""
        self.runs += 1
        if time.monotonic() > self.until:
            raise TooLarge
        try:
            return self._run(nudge)
        except (Stopped, ArithmeticError, LookupError, TypeError, ValueError):
            if nudge is None:
                raise
            raise NotSmooth from None  # what is moved was another name of something, or a place

    def _run(self, nudge: Nudge | None) -> float:
        outputs = self.runner.run(self.point, nudge).outputs
        return weighed_sum(tuple(map(widened, outputs)), self.weights)[0].real


def _root(variable: str) -> str:
    return variable.partition("[")[0]


def _item(value: Any, variable: str) -> Any:
    """What an item of a dict is, of the dict's value or its gradient."""
    _, bracket, key = variable.partition("['")
    return value[key.removesuffix("']")] if bracket else value
