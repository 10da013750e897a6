# shapes: (3,), ()
import numpy as np
from .layers import g


def f(x: "N", a: float):
    return np.sum(g(x, b=a) * g(x, a) * g(x))
