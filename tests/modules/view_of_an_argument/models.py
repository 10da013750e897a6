# shapes: (3, 2)
import numpy as np
from .layers import same


def f(x: "N D"):
    z = x * 2
    y = same(z)
    return np.sum(y * y) + np.sum(z**3)
