"""Holds generated pairs to the contract: values, gradients by central differences, memory.

A failure prints what a person needs: the generated source and the worst entry.
"""

from __future__ import annotations

import ast
import builtins
import copy
import dataclasses
import math
import symtable
import sys
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import numpy as np

Path = tuple[Any, ...]


class Wrong(AssertionError):
    """A generated pair breaks the contract."""


def _plain(function: Any = None, **_: Any) -> Any:
    """A decorator that does nothing, with options or without."""
    return function if function is not None else lambda f: f


# What stands in for numba, so that its code runs as Python: tests/test_numba.py compiles it.
NUMBA, TYPED = ModuleType("numba"), ModuleType("numba.typed")
vars(NUMBA).update(njit=_plain, jit=_plain, typed=TYPED)
vars(TYPED).update(List=list)
NOT_COMPILED = {"numba": NUMBA, "numba.typed": TYPED}


def namespace(text: str, name: str = "generated") -> dict[str, Any]:
    """What a module defines."""
    space: dict[str, Any] = sys.modules.setdefault(name, ModuleType(name)).__dict__  # dataclasses look there
    space = {**{key: value for key, value in space.items() if key.startswith("__")}, "__name__": name}
    installed = {known: sys.modules[known] for known in NOT_COMPILED if known in sys.modules}
    sys.modules.update(NOT_COMPILED)
    try:
        exec(compile(text, f"<{name}>", "exec"), space)
    finally:
        for known in NOT_COMPILED:
            del sys.modules[known]
        sys.modules.update(installed)
    return space


def leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """The numbers and arrays in a nest, each with its path."""
    if isinstance(value, dict):
        for key in value:
            yield from leaves(value[key], (*path, key))
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from leaves(getattr(value, field.name), (*path, field.name))
    elif isinstance(value, (list, tuple)):
        for i, item in enumerate(value):
            yield from leaves(item, (*path, i))
    else:
        yield path, value


def with_leaf(value: Any, path: Path, new: Any) -> Any:
    """The nest with one leaf replaced."""
    if not path:
        return new
    if isinstance(value, dict):
        return {k: with_leaf(v, path[1:], new) if k == path[0] else v for k, v in value.items()}
    if dataclasses.is_dataclass(value):
        changed = with_leaf(getattr(value, path[0]), path[1:], new)
        return dataclasses.replace(value, **{path[0]: changed})  # type: ignore[type-var]
    return like_nest(value, [with_leaf(v, path[1:], new) if i == path[0] else v for i, v in enumerate(value)])


def like_nest(nest: Any, items: list[Any]) -> Any:
    """The items as what a list, a tuple or a named tuple is."""
    return type(nest)(*items) if hasattr(nest, "_fields") else type(nest)(items)


def with_fields(value: Any, change: Callable[[Any], Any]) -> Any:
    """An instance of a dataclass with each field changed."""
    names = [field.name for field in dataclasses.fields(value)]
    return type(value)(**{name: change(getattr(value, name)) for name in names})


def at(value: Any, path: Path) -> Any:
    """The leaf at a path; None where the nest has none."""
    for key in path:
        try:
            value = getattr(value, key) if dataclasses.is_dataclass(value) else value[key]
        except (KeyError, IndexError, TypeError, AttributeError):
            return None
    return value


def is_float(value: Any) -> bool:
    """Whether a leaf can have a gradient."""
    if isinstance(value, (bool, int, str)) or value is None:
        return False
    return isinstance(value, float) or getattr(value, "dtype", np.dtype(int)).kind == "f"


def dot(ups: list[Any], outs: list[Any]) -> float:
    """The inner product of upstream gradients and outputs, leaf by leaf."""
    total = 0.0
    for up, out in zip(ups, outs):
        for path, leaf in leaves(out):
            if is_float(leaf):
                total += float(np.sum(np.asarray(at(up, path)) * leaf))
    return total


def drawn_like(value: Any, rng: np.random.Generator) -> Any:
    """An upstream gradient for an output: zeros for what has none in a nest, as the passes give them."""
    if isinstance(value, dict):
        return {k: drawn_like(v, rng) for k, v in value.items()}
    if dataclasses.is_dataclass(value):
        return with_fields(value, lambda v: drawn_like(v, rng))
    if isinstance(value, (list, tuple)):
        return like_nest(value, [drawn_like(v, rng) for v in value])
    if not is_float(value):
        return np.zeros(np.shape(value)) if isinstance(value, np.ndarray) else 0.0
    if np.ndim(value) == 0:
        return float(rng.uniform(0.5, 1.5))
    return rng.uniform(0.5, 1.5, np.shape(value)).astype(value.dtype)


def outputs(result: Any, several: bool) -> list[Any]:
    """The outputs of a call: several if the function's return spells out a tuple."""
    return list(result) if several else [result]


def mutated_by(function: Callable[..., Any], args: list[Any]) -> list[int]:
    """The positions of the arguments that a call writes into."""
    used = copy.deepcopy(args)
    function(*used)
    return [i for i, (a, b) in enumerate(zip(args, used)) if not _same_leaves(a, b)]


def carried_out(
    function: Callable[..., Any], args: list[Any], several: bool, mutated: list[int]
) -> list[Any]:
    """The outputs of a call on copies: what it returns, and the arguments that it writes into."""
    used = copy.deepcopy(args)
    result = function(*used)
    given = [] if result is None and mutated else outputs(result, several)
    return given + [used[i] for i in mutated if not any(used[i] is output for output in given)]


def _same_leaves(a: Any, b: Any) -> bool:
    try:
        _equal([a], [b], "")
    except Wrong:
        return False
    return True


def returns_several(text: str, name: str) -> bool:
    """Whether a function's last statement returns a tuple that it spells out, or one before it does."""
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef) and node.name == name:
            last = node.body[-1]
            value = last.value if isinstance(last, ast.Return) else None
            if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
                if value.func.id == name:
                    values = (n.value for n in ast.walk(node) if isinstance(n, ast.Return))
                    return any(isinstance(value, ast.Tuple) for value in values)
                return returns_several(text, value.func.id)
            return isinstance(value, ast.Tuple)
    return False


def check_pair(
    space: dict[str, Any],
    name: str,
    function: Callable[..., Any],
    args: list[Any],
    gradients: list[int],
    *,
    several: bool = False,
    final: bool = False,
    seed: int = 0,
    tolerance: float = 2e-5,
) -> tuple[list[Any], Any]:
    """Checks one pair at one point; gives the upstream gradients and the cache.

    `gradients` are the positions of the arguments that have a gradient.
    """
    rng = np.random.default_rng(seed)
    mutated = mutated_by(function, args)
    expected = carried_out(function, args, several, mutated)
    before, given = copy.deepcopy(args), args
    args = copy.deepcopy(args) if mutated else args
    result = space[f"{name}_forward"](*args)
    *got, cache = result if isinstance(result, tuple) and not _is_cache_alone(function, given) else (result,)
    got += [args[i] for i in mutated if not any(args[i] is output for output in got)]
    # The product of two vectors is not rounded alike where one of them is a column or a copy of it.
    _equal(got, expected, f"{name}_forward gives other values than {name}", rounding=1e-13)
    kept = [i for i in range(len(args)) if i not in mutated]
    _equal([args[i] for i in kept], [before[i] for i in kept], f"{name}_forward changes its arguments")
    ups = [] if final else [drawn_like(o, rng) for o in expected if not _is_discrete(o)]
    kept_ups, kept_cache = copy.deepcopy(ups), copy.deepcopy(cache)
    result = space[f"{name}_backward"](*ups, cache)
    found = list(result) if len(gradients) > 1 else [result]
    if len(found) != len(gradients):
        raise Wrong(f"{name}_backward gives {len(found)} gradients for {len(gradients)} arguments")
    _equal(ups, kept_ups, f"{name}_backward changes its upstream gradients")
    _equal(list(cache), list(kept_cache), f"{name}_backward changes the cache")
    again = space[f"{name}_backward"](*ups, cache)
    _equal([result], [again], f"{name}_backward gives something else the second time")
    _unshared(name, found, [*ups, cache, args])
    for position, gradient in zip(gradients, found):
        _compare(name, function, given, position, gradient, ups or [1.0], several, tolerance)
    return ups, cache


def _is_cache_alone(function: Callable[..., Any], args: list[Any]) -> bool:
    """Whether a function returns nothing, so that its forward pass returns the cache and nothing else."""
    return function(*copy.deepcopy(args)) is None


def _is_discrete(value: Any) -> bool:
    nest = isinstance(value, (tuple, list, dict)) or dataclasses.is_dataclass(value)
    return not nest and not is_float(value)


def _compare(
    name: str,
    function: Callable[..., Any],
    args: list[Any],
    position: int,
    gradient: Any,
    ups: list[Any],
    several: bool,
    tolerance: float,
) -> None:
    mutated = mutated_by(function, args)

    def loss(value: Any) -> float:
        changed = [value if i == position else a for i, a in enumerate(args)]
        outs = [o for o in carried_out(function, changed, several, mutated) if not _is_discrete(o)]
        return dot(ups, outs)

    for path, leaf in leaves(args[position]):
        mine = at(gradient, path)
        where = f"{name}, argument {position}{list(path) if path else ''}"
        if not is_float(leaf):
            continue
        if mine is None and _leaves_out_key(gradient, path):
            mine = np.zeros(np.shape(leaf))  # a dict's gradient has the keys that are read
        if mine is None:
            raise Wrong(f"{where}: no gradient")
        if np.shape(mine) != np.shape(leaf):
            raise Wrong(f"{where}: the gradient has shape {np.shape(mine)}, the argument {np.shape(leaf)}")
        if np.asarray(mine).dtype.kind != "f":
            raise Wrong(f"{where}: the gradient is {np.asarray(mine).dtype}")
        numeric = np.zeros(np.shape(leaf))
        for index in np.ndindex(*np.shape(leaf)):
            numeric[index] = _difference(lambda v, p=path: loss(with_leaf(args[position], p, v)), leaf, index)
        error = np.abs(np.asarray(mine, float) - numeric)
        allowed = tolerance * (1 + np.abs(numeric))
        if not np.all(error <= allowed):
            worst = np.unravel_index(
                np.nanargmax(np.where(np.isnan(error), np.inf, error - allowed)), error.shape
            )
            raise Wrong(
                f"{where}, entry {tuple(map(int, worst))}: "
                f"{np.asarray(mine)[worst]!r}, differences say {numeric[worst]!r}"
            )


def _leaves_out_key(gradient: Any, path: Path) -> bool:
    """Whether a leaf's gradient is missing because a dict on the way has no such key."""
    for key in path:
        if isinstance(gradient, dict) and key not in gradient:
            return True
        try:
            gradient = gradient[key]
        except (KeyError, IndexError, TypeError):
            return False
    return False


def _difference(loss: Callable[[Any], float], leaf: Any, index: tuple[int, ...]) -> float:
    """A central difference of fourth order."""
    step = 1e-4

    def moved(h: float) -> float:
        if np.ndim(leaf) == 0:
            return loss(type(leaf)(leaf + h) if not isinstance(leaf, np.ndarray) else leaf + h)
        new = np.array(leaf, copy=True)
        new[index] += h
        return loss(new)

    return (8 * (moved(step) - moved(-step)) - (moved(2 * step) - moved(-2 * step))) / (12 * step)


def _equal(a: list[Any], b: list[Any], message: str, rounding: float = 0.0) -> None:
    first, second = list(leaves(a)), list(leaves(b))
    if [p for p, _ in first] != [p for p, _ in second]:
        raise Wrong(f"{message}: {a!r} against {b!r}")
    for (path, x), (_, y) in zip(first, second):
        if isinstance(x, (int, float, np.ndarray, np.generic)) and isinstance(
            y, (int, float, np.ndarray, np.generic)
        ):
            same = np.shape(x) == np.shape(y) and np.allclose(x, y, rounding, rounding, equal_nan=True)
            if not same:
                raise Wrong(f"{message}, at {list(path)}: {x!r} against {y!r}")
        elif type(x) is not type(y) or (isinstance(x, str) and x != y):
            raise Wrong(f"{message}, at {list(path)}: {x!r} against {y!r}")


def _unshared(name: str, found: list[Any], others: list[Any]) -> None:
    """Gradients share no memory with one another, the upstream gradients, the cache, the arguments."""
    arrays = [(i, leaf) for i, g in enumerate(found) for _, leaf in leaves(g) if isinstance(leaf, np.ndarray)]
    outside = [leaf for _, leaf in leaves(others) if isinstance(leaf, np.ndarray)]
    for k, (i, array) in enumerate(arrays):
        if not array.flags.writeable:
            raise Wrong(f"{name}_backward: gradient {i} is read-only")
        for j, other in arrays[k + 1 :]:
            if np.shares_memory(array, other):
                raise Wrong(f"{name}_backward: gradients {i} and {j} share memory")
        if any(np.shares_memory(array, other) for other in outside):
            raise Wrong(f"{name}_backward: gradient {i} shares memory with what it was given")


def check_names(text: str) -> None:
    """No name that is bound nowhere, nothing cached that is not read, nothing assigned in vain."""
    tree = ast.parse(text)
    top = {
        s.get_name()
        for s in symtable.symtable(text, "m", "exec").get_symbols()
        if s.is_assigned() or s.is_imported() or s.is_namespace()
    }
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            parts = list(ast.walk(node))
            stored = {n.id for n in parts if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
            bound = stored | {a.arg for a in parts if isinstance(a, ast.arg)}
            bound |= {f.name for f in parts if isinstance(f, ast.FunctionDef)}
            read = {n.id for n in parts if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
            unbound = read - bound - top - set(dir(builtins))
            if unbound:
                raise Wrong(f"{node.name} reads {sorted(unbound)}, bound nowhere")
            if node.name.endswith("_backward") and (vain := stored - read - {"_"}):
                raise Wrong(f"{node.name} assigns {sorted(vain)} in vain")


def close(a: float, b: float) -> bool:
    """Whether two numbers agree to rounding."""
    return math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-12)
