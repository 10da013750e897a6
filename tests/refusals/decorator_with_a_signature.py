# expect: E108 at 7:7 under: "f8(f8)"
# expect: E108 at 12:7 under: float64(float64, float64)
import numba
from numba import float64, njit


@njit("f8(f8)")
def f(x):
    return x * x


@njit(float64(float64, float64), cache=True)
def g(x, y):
    return x * y


@numba.njit(cache=True, fastmath={"nnan", "contract"})
def h(x):
    return x * x
