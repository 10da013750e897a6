# shapes: (3,)
import numpy as np
from .layers import make


def f(x: "N"):
    y = make(x)
    y[0] = y[1] * x[0]
    y *= 2
    return np.sum(y * y)
