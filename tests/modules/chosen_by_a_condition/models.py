# shapes: (3,), ()
import numpy as np
from .layers import sq
from . import layers


def f(x: "N", c: float):
    y = sq(x) if c > 0.1 else x
    fn = layers.sq if c > 0.2 else np.sin
    return np.sum(y * fn(x))
