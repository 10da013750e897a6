# shapes: (3,)
import numpy as np
from .layers import sq


def f(x: "N"):
    y = sq(x)  # backprop: recompute
    return np.sum(y * y)
