# expect: E201 at 6:12 under: f(x)
import numpy as np


def apply(f, x):
    return f(x)


def g(x: float, c: bool):
    f = np.sin if c else np.cos
    return apply(f, x)
