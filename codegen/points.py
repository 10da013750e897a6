"""Where a hand-written pass is looked at: at the example that is given or that a script begins with, and at
points drawn around it, so that no agreement by accident counts. The draws are the same each time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from codegen.annotated import Shape, annotated, readings
from codegen.handwritten import Forward, Handwritten, NotGraded
from codegen.kept import Input
from codegen.nests import leaves, mapped
from codegen.stepwise import Stopped, binds, copied, reads
from codegen.truth import Point, Runner, Trace, movable

POINTS, TRIES = 3, 12


@dataclass(frozen=True)
class Points:
    """Points, and whether the arguments are numbers only since nothing was said of them."""

    points: tuple[Point, ...]
    guessed: bool = False


def described(inputs: Sequence[Input]) -> dict[str, Any]:
    """What is said of arguments: shapes where there are tuples, and values; lists of numbers are arrays."""

    def shape(value: Any, integer: bool) -> Any:
        if isinstance(value, dict):
            return {key: shape(part, integer) for key, part in value.items()}
        if isinstance(value, list):
            return [shape(part, integer) for part in value]
        return Shape(value, integer) if isinstance(value, tuple) else value

    shapes = {one.name: shape(one.value, np.dtype(one.dtype).kind in "iub") for one in inputs}
    return {name: as_array(value) for name, value in shapes.items()}


def as_array(value: Any) -> Any:
    """Lists of numbers as arrays, also in dicts."""
    if isinstance(value, dict):
        return {key: as_array(part) for key, part in value.items()}
    if isinstance(value, list):
        try:
            made = np.array(value)
        except ValueError:
            made = np.array(None)
        return made if made.dtype.kind in "fiu" else [as_array(part) for part in value]
    return value


def points_of(written: Handwritten, runner: Runner, given: Mapping[str, Any]) -> Points:
    """The points at which a pass is graded. Raises `NotGraded` if the forward pass runs at none."""
    if written.is_script:
        return Points(tuple(_of_script(written, runner, given)))
    return _of_function(written, runner, given)


def _of_script(written: Handwritten, runner: Runner, given: Mapping[str, Any]) -> Iterator[Point]:
    """The script's own point, with `given` in the place of what it says, and others around it."""
    gradients = set(written.gradients.values())
    given = {name: _made(value, np.random.default_rng(0), 0, False) for name, value in given.items()}
    own = {name: value for name, value in runner.namespace.items() if _is_begun(name, value, written)}
    first = _tried(runner, Point(own))
    if isinstance(first, Stopped):
        raise NotGraded(f"the forward pass fails: {first.what}", first.line, written.file.path)
    moving = {name for name, value in own.items() if name in gradients or _is_floating(value)}
    placed = _begun(first, gradients, moving)
    there = {*own, *(name for values in placed.values() for name in values)}
    if unknown := [name for name in given if name not in there]:
        raise NotGraded(f"the script gives no number or array to {unknown[0]} that --at could replace")

    def point(change: Callable[[str, Any], Any]) -> Point:
        steps = {
            step: {name: change(name, value) for name, value in values.items()}
            for step, values in placed.items()
        }
        return Point({name: change(name, value) for name, value in own.items()}, steps)

    def around(random: np.random.Generator, some: bool) -> Point:
        def varied(name: str, value: Any) -> Any:
            value = given.get(name, value)
            return _varied(value, random) if name in gradients or (some and _is_data(value)) else value

        return point(varied)

    example = point(lambda name, value: given.get(name, value))
    if isinstance(stopped := _tried(runner, example), Stopped):
        raise NotGraded(f"the forward pass fails at this example: {stopped.what}", stopped.line)
    yield example
    yield from _around(runner, around)


def _is_begun(name: str, value: Any, written: Handwritten) -> bool:
    """Whether a script's forward pass begins with a value: numbers that it binds, to be moved or replaced."""
    bound = name in written.forward.variables
    return bound and (_is_number(value) or _is_floating(value))


def _is_floating(value: Any) -> bool:
    return any(True for _ in leaves(value))


def _begun(trace: Trace, gradients: set[str], moving: set[str]) -> dict[int, dict[str, Any]]:
    """What steps compute from nothing that has a gradient: the values that a script begins with."""
    values: dict[int, dict[str, Any]] = {
        version.step: {} for found in trace.versions.values() for version, _ in found
    }
    for found in trace.versions.values():
        for version, value in found:
            values[version.step][version.variable] = value
    begun: dict[int, dict[str, Any]] = {}
    for step in trace.steps:
        derived = bool(moving & set(reads(step.node)))
        for name in binds(step.node):
            value = values.get(step.number, {}).get(name)
            whole = _is_floating(value) or (name in gradients and _is_number(value))
            if whole or derived:
                moving.add(name)
            if whole and not derived:
                begun.setdefault(step.number, {})[name] = value
    # A statement that also binds what is no number is run as it is.
    return {
        step: found
        for step, found in begun.items()
        if set(found) == set(values[step]) and not any(callable(value) for value in found.values())
    }


def _is_number(value: Any) -> bool:
    if isinstance(value, (list, tuple)):
        return bool(value) and all(_is_number(part) for part in value)
    kind = np.asarray(value).dtype.kind if isinstance(value, (np.ndarray, np.generic)) else ""
    return kind in ("i", "u", "f") or type(value) in (int, float)


def _is_data(value: Any) -> bool:
    """An array of numbers with digits behind the point: no mask and no one-hot code."""
    array = value if isinstance(value, np.ndarray) else np.array(0)
    return array.dtype.kind == "f" and bool(np.any(array != np.round(array)))


def _varied(value: Any, random: np.random.Generator) -> Any:
    """A value near by, of the same sign; arrays with numbers of either are moved further."""

    value = movable(value)

    def vary(_: Any, part: Any) -> Any:
        if not _is_floating(part):
            return copied(part)
        wide = np.asarray(part, dtype=float)
        factor = 1 + random.uniform(0.05, 0.3, wide.shape) * random.choice([-1, 1], wide.shape)
        one_sided = wide.size == 1 or np.all(wide > 0) or np.all(wide < 0)
        # Weights that are almost zero would let everything hang on little.
        off = random.normal(scale=0.5, size=wide.shape) * (not one_sided or not np.any(wide))
        near = wide * factor + off
        return near if wide.shape else float(near)

    return mapped(value, vary)


def _around(runner: Runner, draw: Callable[[np.random.Generator, bool], Point]) -> Iterator[Point]:
    found = 0
    for seed in range(TRIES):
        # Where the pass does not run with all of them moved, only what has a gradient is.
        point = draw(np.random.default_rng(seed), seed < TRIES // 2)
        if not isinstance(_tried(runner, point), Stopped):
            yield point
            found += 1
        if found == POINTS - 1:
            return


def _tried(runner: Runner, point: Point) -> Trace | Stopped:
    """A run there; it must give finite real numbers."""
    try:
        trace = runner.run(point, recorded=True)
    except Stopped as stopped:
        return stopped
    for output in trace.outputs:
        for _, leaf in leaves(output):
            if np.asarray(leaf).dtype.kind == "c" or not np.all(np.isfinite(leaf)):
                return Stopped(0, ArithmeticError("what it gives is no finite real number"))
    return trace


def _of_function(written: Handwritten, runner: Runner, given: Mapping[str, Any]) -> Points:
    forward = runner.forward
    assert forward.node is not None
    shapes = {name: given.get(name, shape) for name, shape in annotated(forward.node).items()}
    described = {**shapes, **given}
    if unknown := [name for name in given if name not in forward.arguments]:
        raise NotGraded(f"{forward.name} has no argument {unknown[0]}")
    defaults = runner.arguments({})
    missing = [name for name in forward.arguments if name not in described and name not in defaults]
    guessed = bool(missing) and not described
    if missing and described:
        raise NotGraded(_unknown(forward, missing[0]), forward.node.lineno if forward.node else 0)
    described |= dict.fromkeys(missing, Shape(()))
    gradients = set(written.gradients.values())
    stopped: Trace | Stopped = Stopped(0, ValueError("no point was found"))
    for whole in readings(described):
        points = []
        for seed in range(TRIES):
            random = np.random.default_rng(seed)
            made = {name: _made(v, random, seed, name in gradients) for name, v in whole.items()}
            stopped = _tried(runner, Point(made))
            points += [] if isinstance(stopped, Stopped) else [Point(made)]
            if len(points) == POINTS:
                break
        if points:
            return Points(tuple(points), guessed)
    assert isinstance(stopped, Stopped)
    way = _unknown(forward, forward.arguments[0]) if guessed and forward.arguments else "it cannot be graded"
    raise NotGraded(f"{forward.name} fails: {stopped.what}; {way}", stopped.line, forward.file.path)


def _unknown(forward: Forward, name: str) -> str:
    return (
        f'of the arguments of {forward.name} nothing is known: annotate their shapes ({name}: "N D"), or say '
        f'--at {name}=3 or "{name}=(5, 4)", or `# backprop: example {name}=3` in the file'
    )


def _made(value: Any, random: np.random.Generator, seed: int, differentiated: bool) -> Any:
    """An argument: as it was given, or near it, or drawn; with positive numbers if others do not do."""
    if isinstance(value, Shape):
        # Differences in single precision would tell less.
        return replace(value, exact="", square=False).drawn(random, positive=seed >= TRIES // 2)
    if isinstance(value, list) and any(isinstance(part, Shape) for part in value):
        return [_made(part, random, seed, differentiated) for part in value]
    if isinstance(value, dict) and any(isinstance(part, Shape) for part in value.values()):
        return {key: _made(part, random, seed, differentiated) for key, part in value.items()}
    if seed and (differentiated or _is_data(value)):
        return _varied(value, random)
    return copied(value)
