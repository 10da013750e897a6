# expect: E108 at 6:15 under: False
# expect: E108 at 11:15 under: True
from numba import jit


@jit(nopython=False)
def f(x):
    return x * x


@jit(forceobj=True)
def g(x):
    return x * x
