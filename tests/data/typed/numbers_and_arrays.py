"""Functions that pass mypy --strict: numbers, arrays, tuples, lists, dicts and classes."""

import math
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]


def scalar(x: float, y: float) -> float:
    s = 1.0 / (1 + math.exp(-y))
    return (x + s) * y


def affine(
    x: npt.NDArray[np.float64], w: npt.NDArray[np.float64], b: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    out = np.tanh(x @ w + b)
    return out


def alias(x: Array, y: Array) -> Array:
    z = np.exp(x) * y
    return z / (1.0 + z)


def loss(w: Array, x: Array, y: Array) -> float:
    e = x @ w - y
    return float(np.mean(e * e))


def two(x: float, y: float) -> tuple[float, float]:
    return x * y, x + y


def loop(x: float, n: int) -> float:
    total = 0.0
    for i in range(n):
        total = total * x + math.sin(total) + i
    return total


def branch(x: float, y: float) -> float:
    if x > y:
        z = x * y
    else:
        z = x / y
    return z


def listy(xs: list[float]) -> float:
    total = 0.0
    for x in xs:
        total += x * x
    return total


def dicty(d: dict[str, float], t: float) -> float:
    return d["a"] * t + d["b"]


class P(NamedTuple):
    w: Array
    b: Array


@dataclass
class Q:
    a: float
    b: float

    def step(self, x: float) -> float:
        return self.a * x + self.b


def named(p: P, x: Array) -> Array:
    return np.tanh(x @ p.w + p.b)


def data(q: Q, x: float) -> float:
    return q.step(x) * q.b


def caller(x: Array, w: Array, b: Array) -> float:
    h = affine(x, w, b)
    return float(np.sum(h * h))


def tuples(p: tuple[float, float], x: float) -> float:
    a, b = p
    return a * x + b


def writes(x: Array, n: int) -> Array:
    y = np.zeros(n)
    for i in range(1, n):
        y[i] = y[i - 1] * x[i]
    return y


def lists_out(xs: list[float], a: float) -> list[float]:
    ys = []
    for x in xs:
        ys.append(a * x)
    return ys


def comp(xs: list[float], a: float) -> list[float]:
    return [a * x for x in xs]


def whiles(x: float) -> float:
    y = x
    while y < 10.0:
        y = y * x + 1.0
    return y


def layers(ws: list[Array], x: Array) -> Array:
    for w in ws:
        x = np.tanh(x @ w)
    return x


def softmax_loss(x: Array, y: npt.NDArray[np.int64]) -> float:
    shifted = x - np.max(x, axis=1, keepdims=True)
    logp = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    return float(-np.mean(logp[np.arange(len(y)), y]))


def early(x: float, y: float) -> float:
    if x < 0.0:
        return y
    return x * y


def norm(x: Array) -> float:
    return float(np.sqrt(np.sum(x * x)))


def opt(x: float, k: float = 2.0, *, s: float = 1.0) -> float:
    y: float = x**k * s
    return y


def mean0(x: Array) -> Array:
    m = float(np.mean(x))
    return x - m
