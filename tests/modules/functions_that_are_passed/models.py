# shapes: (3,)
import numpy as np
from . import layers
from .layers import sq


def apply(fn, x):
    return fn(x) * 2


def f(x: "N"):
    g = layers.cu
    t = {"a": sq, "b": layers.cu}
    y = apply(sq, x) + apply(layers.cu, x) + g(x) + t["a"](x)
    for fn in (sq, layers.cu):
        y = y + fn(x)
    z = [sq(v) for v in x]
    return np.sum(y) + sum(z)
