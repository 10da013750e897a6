# shapes: (3,), ()
import numpy as np
from . import layers as L


def f(x: "N", a: float):
    def inner(v):
        n = L.width(v)
        u = L.sq(v) * a
        return u / n

    return np.sum(inner(x) + inner(x * 2))
