# expect: E307 at 6:1 under: def f(x: "N", y: "N", n: int):

import numpy as np


def f(x: "N", y: "N", n: int):
    if n:
        x *= y
    else:
        x = x * y
    x = np.zeros(3)
    return x * y
