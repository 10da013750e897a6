"""Functions that pass mypy --strict: containers, loops, classes, inner functions."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

F32 = NDArray[np.float32]
Floats = NDArray[np.float64]


def single(x: F32, w: F32) -> F32:
    y: F32 = np.tanh(x * w)
    return y


def nested(m: list[list[float]], v: list[float]) -> list[float]:
    out: list[float] = []
    for row in m:
        s = 0.0
        for a, b in zip(row, v):
            s += a * b
        out.append(s)
    return out


def inner_function(x: float, k: float) -> float:
    def act(v: float) -> float:
        return math.tanh(v * k)

    return act(x) + act(2 * x)


def maybe(x: float, n: int) -> float:
    best = x
    for i in range(n):
        cand = math.sin(best * i)
        if cand > best:
            best = cand
    return best


def early_loop(xs: list[float], limit: float) -> float:
    total = 0.0
    for x in xs:
        if total > limit:
            break
        total += x * x
    return total


def sequence(xs: Sequence[float], t: float) -> float:
    return sum(x * t for x in xs)


@dataclass
class Layer:
    w: Floats
    b: Floats
    rate: float = 1.0

    def forward(self, x: Floats) -> Floats:
        return np.tanh(x @ self.w + self.b) * self.rate


@dataclass
class Net:
    layers: list[Layer]


def net(n: Net, x: Floats) -> Floats:
    for layer in n.layers:
        x = layer.forward(x)
    return x


def lstm(
    x: Floats, h: Floats, c: Floats, w: Floats, u: Floats, b: Floats
) -> tuple[Floats, Floats]:
    a = x @ w + h @ u + b
    i, f, o, g = np.split(a, 4)
    cn = 1.0 / (1.0 + np.exp(-f)) * c + 1.0 / (1.0 + np.exp(-i)) * np.tanh(g)
    hn = 1.0 / (1.0 + np.exp(-o)) * np.tanh(cn)
    return hn, cn


def solve(a: Floats, b: Floats) -> Floats:
    return np.linalg.solve(a, b).astype(np.float64)


def pooled(x: Floats, size: int) -> Floats:
    n = len(x) // size
    out = np.zeros(n)
    for i in range(n):
        out[i] = np.max(x[i * size : (i + 1) * size])
    return out


def checkpointed(x: float, n: int) -> float:
    for i in range(n):  # backprop: checkpoint
        x = math.sin(x) + x * 0.5
    return x


def recomputed(x: Floats, w: Floats) -> float:
    h = np.tanh(x @ w)  # backprop: recompute
    return float(np.sum(h * h))


def conditional(x: float, flag: bool) -> float:
    y = x * x if flag else math.exp(x)
    return y * x


def scalars(x: np.float64, y: np.float64) -> np.float64:
    z: np.float64 = np.exp(x) * y
    return z


def maxi(x: Floats, y: Floats) -> Floats:
    z = np.maximum(x, y)
    return np.where(z > 0, z, x * y)


def concat(x: Floats, y: Floats) -> Floats:
    return np.concatenate([x, y * 2.0])


def recursion(x: float, n: int) -> float:
    if n == 0:
        return x
    return recursion(math.sin(x), n - 1) * x


def vectorised(x: Floats, idx: NDArray[np.int64]) -> Floats:
    y = np.zeros_like(x)
    y[idx] = x[idx] * 2.0
    return y


def outputs_in_tuple(x: Floats) -> tuple[Floats, float]:
    m = float(np.mean(x))
    return x - m, m


def grown(xs: list[float], a: float) -> float:
    ys = [a * x for x in xs]
    ys.append(a)
    return sum(ys) * ys[-1]


def shaped(x: Floats) -> Floats:
    return np.transpose(np.reshape(x, (-1, 2))).copy()
