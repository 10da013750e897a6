# shapes: ()
import numpy as np
from .layers import add


def f(x: float):
    s = 0.0
    s = add(s, x)
    s = add(s, x * x)
    return s
