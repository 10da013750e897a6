# expect: E303 at 6:1 under: def apply(f, x):
# options: only=apply
import numpy as np


def apply(f, x):
    return f(x)


def g(x: float):
    return apply(np.sin, x)
