# shapes: (3,)
import numpy as np
from .layers import both


def f(x: "N"):
    y, n = both(x, 3)
    z = 0.0
    for i in range(n):
        z = z + np.sum(y * y)
    return z
