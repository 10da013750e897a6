# expect: E201 at 6:12 under: f(x)
import numpy as np


def apply(f, x):
    return f(x)


def g(x: float, c: bool):
    fs = [np.sin, np.cos] if c else [np.exp]
    return apply(fs[0], x)
