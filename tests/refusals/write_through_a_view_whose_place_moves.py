# expect: E307 at 11:5 under: row *= i

import numpy as np


def f(x: "N D"):
    y = x * 2
    i = 0
    row = y[i]
    i = 2
    row *= i
    return y
