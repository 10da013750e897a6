# shapes: (3,), ()
import numpy as np
from .layers import loss


def f(x: "N", a: float):
    return a * loss(np.sin(x))
