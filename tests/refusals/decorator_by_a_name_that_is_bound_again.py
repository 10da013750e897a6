# expect: E108 at 9:2 under: njit
from numba import njit


def njit(function):
    return function


@njit
def f(x: float):
    return x * x
