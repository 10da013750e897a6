"""Nests of numbers: what a function takes and returns, seen as leaves with the way to each.

A nest is a number, an array, or a list, tuple, dict, named tuple or dataclass of nests. Its leaves are
the floating-point numbers and arrays in it; whatever else it holds is left as it is.
"""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

Path = tuple[object, ...]
Moves = Mapping[Path, Any]


@dataclass(frozen=True)
class Named:
    """The step to a field of a named tuple or a dataclass."""

    field: str


def is_leaf(value: object) -> bool:
    """Whether a value is a floating-point (or complex) number or array."""
    if isinstance(value, (np.ndarray, np.generic)):
        return value.dtype.kind in "fc"
    return isinstance(value, (float, complex))


def leaves(nest: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """The leaves in order, each with the indices and keys that lead to it."""
    for step, part in _parts(nest):
        yield from leaves(part, (*path, step))
    if is_leaf(nest):
        yield path, nest


def mapped(nest: Any, function: Callable[[Path, Any], Any], path: Path = ()) -> Any:
    """The same nest with `function` of everything in it that is not a container."""
    if names := _fields(nest):
        fields = {name: mapped(getattr(nest, name), function, (*path, Named(name))) for name in names}
        return type(nest)(**fields)
    if isinstance(nest, (list, tuple)):
        return type(nest)(mapped(part, function, (*path, step)) for step, part in _parts(nest))
    if isinstance(nest, Mapping):
        return {key: mapped(part, function, (*path, key)) for key, part in nest.items()}
    return function(path, nest)


def as_numpy(value: Any) -> Any:
    """An array of another library as one of NumPy's; whatever else as it is."""
    return np.asarray(value) if _is_of_another_library(value) else value


def in_numpy(nest: Any) -> Any:
    """The nest with arrays of NumPy for those of other libraries; itself, where there are none."""
    return mapped(nest, lambda _, value: as_numpy(value)) if _holds_others(nest) else nest


def _holds_others(nest: Any) -> bool:
    return _is_of_another_library(nest) or any(_holds_others(part) for _, part in _parts(nest))


def _is_of_another_library(value: Any) -> bool:
    other = not isinstance(value, (np.ndarray, np.generic, type))
    return other and hasattr(value, "__array__") and hasattr(value, "dtype")


def moved(nest: Any, moves: Moves, step: complex) -> Any:
    """A copy of the nest, its leaves moved by `step` times `moves`."""

    def move(path: Path, value: Any) -> Any:
        if path not in moves:
            return copy.deepcopy(value)
        result = value + step * np.asarray(moves[path])
        return result if isinstance(value, (np.ndarray, np.generic)) else result.item()

    return mapped(nest, move)


def floated(nest: Any) -> Any:
    """The nest with integers made floats, unless they have a name in a nest; floats as they are."""

    def make_float(path: Path, value: Any) -> Any:
        if isinstance(value, (np.ndarray, np.generic)) and value.dtype.kind in "iu":
            return value.astype(np.float64)
        named = any(isinstance(step, (str, Named)) for step in path)
        return float(value) if type(value) is int and not named else copy.deepcopy(value)

    return mapped(nest, make_float)


def widened(nest: Any) -> Any:
    """The nest as `floated` gives it, in double precision."""

    def widen(_: Path, value: Any) -> Any:
        wide = isinstance(value, (np.ndarray, np.generic)) and value.dtype.kind == "f"
        return value.astype(np.float64) if wide else value

    return mapped(floated(nest), widen)


def drawn_like(nest: Any, random: np.random.Generator) -> Any:
    """A nest of the same form, its leaves drawn from a normal distribution."""

    def draw(_: Path, value: Any) -> Any:
        drawn = random.standard_normal(np.shape(value))
        if isinstance(value, (np.ndarray, np.generic)) and value.dtype.kind == "f":
            return np.asarray(drawn).astype(value.dtype)[()]
        return float(drawn) if not np.shape(value) else drawn

    return mapped(nest, draw)


def follow(nest: Any, path: Path) -> Any:
    """What a path leads to; None where a dict has no such key."""
    for step in path:
        if isinstance(nest, Mapping) and step not in nest:
            return None
        nest = getattr(nest, step.field) if isinstance(step, Named) else nest[step]
    return nest


def weighed_sum(nest: Any, weights: Any) -> tuple[complex, float]:
    """The sum of the leaves times their weights, and the sum of the sizes of its terms."""
    total, size = 0j, 0.0
    for path, value in leaves(nest):
        products = np.asarray(value) * np.asarray(follow(weights, path))
        total += complex(np.sum(products))
        size += float(np.sum(np.abs(products)))
    return total, size


def same(a: Any, b: Any, tolerance: float = 0.0) -> bool:
    """Whether two nests hold the same numbers."""
    if isinstance(a, (list, tuple, Mapping)) or _fields(a):
        mine, other = list(_parts(a)), list(_parts(b))
        steps_agree = [step for step, _ in mine] == [step for step, _ in other]
        return steps_agree and all(same(x, y, tolerance) for (_, x), (_, y) in zip(mine, other))
    if isinstance(a, (np.ndarray, np.generic, float, complex)):
        return np.shape(a) == np.shape(b) and bool(
            np.allclose(a, b, rtol=tolerance, atol=tolerance, equal_nan=True)
        )
    return a is b or bool(a == b)


def spelled(name: str, path: Path, index: Path) -> str:
    """A leaf's entry as Python would name it: `params['W'][2, 3]`, `layer.w[2, 3]`."""
    steps = "".join(f".{step.field}" if isinstance(step, Named) else f"[{step!r}]" for step in path)
    inside = ", ".join(str(at) for at in index)
    return f"{name}{steps}[{inside}]" if inside else f"{name}{steps}"


def _parts(nest: Any) -> Iterator[tuple[object, Any]]:
    if names := _fields(nest):
        yield from ((Named(name), getattr(nest, name)) for name in names)
    elif isinstance(nest, Mapping):
        yield from nest.items()
    elif isinstance(nest, (list, tuple)):
        yield from enumerate(nest)


def _fields(nest: Any) -> tuple[str, ...]:
    """The names of the fields of a named tuple or a dataclass; none for anything else."""
    if isinstance(nest, type):
        return ()
    if dataclasses.is_dataclass(nest):
        return tuple(field.name for field in dataclasses.fields(nest))
    return tuple(getattr(nest, "_fields", ())) if isinstance(nest, tuple) else ()
