# shapes: (3,)
import numpy as np
from .layers import parts, total


def f(x: "N"):
    ps = parts(x)
    return total(ps) + np.sum(ps[0])
