# shapes: (3,)
import numpy as np


def f(x: "N"):
    from .layers import sq
    from . import layers

    return np.sum(sq(x) * layers.sq(x))
