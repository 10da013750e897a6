# expect: E307 at 9:5 under: row += 1.0

import numpy as np


def f(x):
    y = x * 2
    row = y[0]
    row += 1.0
    return y
