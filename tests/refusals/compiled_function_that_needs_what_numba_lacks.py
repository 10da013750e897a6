# expect: E208 at 10:5 under: return np.sum(np.take_along_axis(x, i, 0))
# expect: E208 at 14:1 under: def g(x: float, n: int):
import numpy as np
from numba import njit


@njit
def f(x):
    i = np.argsort(x)
    return np.sum(np.take_along_axis(x, i, 0))


@njit
def g(x: float, n: int):
    if n == 0:
        return x
    return g(x * x, n - 1) * x
