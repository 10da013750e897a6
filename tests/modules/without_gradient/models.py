# shapes: (3,)
import numpy as np
from .layers import note


def f(x: "N"):
    n = note(4)
    return np.sum(x * x) * n
