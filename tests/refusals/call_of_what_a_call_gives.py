# expect: E203 at 7:16 under: lambda t, *more: t * w
# expect: E201 at 8:12 under: np.vectorize(lambda t: t * w)(x)
import numpy as np


def f(x: "N", w: float):
    doubled = (lambda t, *more: t * w)(2.0)
    return np.vectorize(lambda t: t * w)(x) * doubled
