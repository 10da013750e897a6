# expect: E108 at 5:16 under: True
from numba import njit, prange


@njit(parallel=True)
def f(x):
    total = 0.0
    for i in range(x.shape[0]):
        total += x[i] * x[i]
    return total
