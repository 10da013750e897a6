# expect: E108 at 13:2 under: traced
# expect: E108 at 18:2 under: numba.vectorize
# expect: E108 at 23:2 under: partial(traced)
from functools import partial

import numba


def traced(function):
    return function


@traced
def f(x: float):
    return x * x


@numba.vectorize
def g(x: float):
    return x * x


@partial(traced)
def h(x: float):
    return x * x
