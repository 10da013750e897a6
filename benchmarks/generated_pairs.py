"""The pairs that are timed, generated and by hand, and how both are run."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import numpy as np
import passes_by_hand
from sources import Arguments, Function

from codegen import generate

Pair = tuple[Callable[..., Any], Callable[..., Any]]


@functools.cache
def text_generated(function: Function, compiled: bool = False) -> str:
    """The module with the pair of a function, of a source under numba's decorator or not."""
    text = function.source()
    if compiled:
        text = "import numba\n" + text.replace("\ndef ", "\n@numba.njit\ndef ")
    places = _parameters(function)
    wrt = {function.name: [places[place] for place in function.differentiable]}
    return generate(text, only=function.name, wrt=wrt, path=function.path or "small_vectors.py")


def _parameters(function: Function) -> tuple[str, ...]:
    names: dict[str, Any] = {}
    exec(function.source(), names)
    code = names[function.name].__code__
    return tuple(code.co_varnames[: code.co_argcount])


def pair_generated(function: Function, compiled: bool = False) -> Pair:
    """The generated pair of a function."""
    names: dict[str, Any] = {}
    exec(compile(text_generated(function, compiled), f"<{function.name}>", "exec"), names)
    return names[f"{function.name}_forward"], names[f"{function.name}_backward"]


def pair_by_hand(function: Function) -> Pair:
    """The pair of a function that a person wrote."""
    forward, backward = (
        getattr(passes_by_hand, f"{function.name}_{which}") for which in ("forward", "backward")
    )
    return forward, backward


def upstream(outputs: tuple[Any, ...]) -> tuple[Any, ...]:
    """A gradient on each output, such that none is like another."""
    return tuple(
        np.cos(np.arange(y.size, dtype=float)).reshape(y.shape) if np.ndim(y) else 1.0 for y in outputs
    )


def outputs_of(function: Function, given: Arguments) -> tuple[Any, ...]:
    """What a function returns, as a tuple."""
    return tuple(pair_generated(function)[0](*given)[:-1])


def gradients(function: Function, pair: Pair, given: Arguments) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """The outputs of a pair, and its gradients."""
    forward, backward = pair
    *outputs, cache = forward(*given)
    made = backward(*upstream(tuple(outputs)), cache)
    return tuple(outputs), made if isinstance(made, tuple) else (made,)
