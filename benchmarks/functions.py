"""Functions that are timed and are no examples: scalars in a loop, one long chain, many short vectors."""

import math

import numpy as np


def pendulum(x: float, v: float, friction: float, dt: float, steps: int):
    """Where a pendulum is after some steps of the classical Runge-Kutta method, and how fast."""
    for _ in range(steps):
        a1 = -math.sin(x) - friction * v
        v2 = v + 0.5 * dt * a1
        a2 = -math.sin(x + 0.5 * dt * v) - friction * v2
        v3 = v + 0.5 * dt * a2
        a3 = -math.sin(x + 0.5 * dt * v2) - friction * v3
        v4 = v + dt * a3
        a4 = -math.sin(x + dt * v3) - friction * v4
        x = x + dt / 6 * (v + 2 * v2 + 2 * v3 + v4)
        v = v + dt / 6 * (a1 + 2 * a2 + 2 * a3 + a4)
    return x, v


def chain(x: "N", y: "N"):
    """Thirty operations on each entry, and their mean."""
    a = np.sin(x) * y
    b = np.exp(-(a**2)) + x
    c = np.tanh(b - 0.5 * y)
    d = c * a + b
    e = np.sqrt(1.0 + d**2)
    f = np.log(e) - c
    g = d / (1.0 + np.exp(-f))
    h = np.cos(g) * e + 2.0 * a
    k = np.maximum(h, 0.1) * b
    m = np.arctan(k) - y * g
    return np.mean(m * m)
