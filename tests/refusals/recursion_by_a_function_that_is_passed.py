# expect: E301 at 5:1 under: def fix(f, x, n):
import numpy as np


def fix(f, x, n):
    if n == 0:
        return x
    return fix(f, f(x), n - 1)


def g(x: float, n: int):
    return fix(np.sin, x, n)
