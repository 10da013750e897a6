"""What the gates for JAX name, made of NumPy and SciPy, so that they are checked without JAX.

tests/test_jax.py compares it with the original.
"""

from __future__ import annotations

import math
from types import SimpleNamespace
from typing import Any

import numpy as np


class Functional(np.ndarray):
    """An array with `x.at[i].set(v)`, which is a new array."""

    @property
    def at(self) -> _At:
        return _At(self)


class _At:
    def __init__(self, array: Functional) -> None:
        self.array = array

    def __getitem__(self, index: Any) -> _Part:
        return _Part(self.array, index)


class _Part:
    def __init__(self, array: Functional, index: Any) -> None:
        self.new, self.index = array.copy(), index

    def set(self, value: Any) -> Functional:
        self.new[self.index] = value
        return self.new

    def _by(self, ufunc: np.ufunc, value: Any) -> Functional:
        ufunc.at(self.new, self.index, np.broadcast_to(value, self.new[self.index].shape))
        return self.new

    def add(self, value: Any) -> Functional:
        return self._by(np.add, value)

    def subtract(self, value: Any) -> Functional:
        return self._by(np.subtract, value)

    def multiply(self, value: Any) -> Functional:
        return self._by(np.multiply, value)


def functional(value: Any) -> Any:
    """An array with `at`; anything else as it is."""
    return value.view(Functional) if isinstance(value, np.ndarray) else value


def sigmoid(x: Any) -> Any:
    return 1 / (1 + np.exp(-x))


def softmax(x: Any, axis: Any = -1) -> Any:
    e = np.exp(x - np.max(x, axis=axis, keepdims=True))
    return e / np.sum(e, axis=axis, keepdims=True)


def elu(x: Any, alpha: float = 1.0) -> Any:
    return np.where(x > 0, x, alpha * np.expm1(x))


def gelu(x: Any, approximate: bool = True) -> Any:
    if approximate:
        return x / 2 * (1 + np.tanh(0.7978845608028654 * (x + 0.044715 * x**3)))
    return x * ndtr(x)


def ndtr(x: Any) -> Any:
    return (1 + np.vectorize(math.erf, otypes=[np.result_type(x, 1.0)])(x / math.sqrt(2))) / 2


nn = SimpleNamespace(
    relu=lambda x: np.maximum(x, 0),
    relu6=lambda x: np.minimum(np.maximum(x, 0), 6),
    leaky_relu=lambda x, negative_slope=0.01: np.where(x >= 0, x, negative_slope * x),
    elu=elu,
    sigmoid=sigmoid,
    log_sigmoid=lambda x: -np.logaddexp(0, -x),
    softplus=lambda x: np.logaddexp(x, 0),
    silu=lambda x: x * sigmoid(x),
    gelu=gelu,
    softmax=softmax,
    log_softmax=lambda x, axis=-1: np.log(softmax(x, axis)),
)
scipy = SimpleNamespace(special=SimpleNamespace(ndtr=ndtr))
