# shapes: (3,), (3,)
import numpy as np

from .layers import EPS, SHIFT as S, root


def scaled(x, by=EPS):
    return x * by + S


def f(x: "N", y: "N"):
    h = root(x) * S + EPS * y
    for k in range(-S):
        h = h * scaled(y) + k
    return np.sum(h / (EPS + x)) + scaled(x, 2.0)[0]
