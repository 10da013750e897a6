# shapes: (3,), (3,)
import numpy as np
from .layers import sq


def f(x: "N", w: "N"):
    for t in range(7):  # backprop: checkpoint
        x = sq(x, w)
    return np.sum(x * x)
