# expect: E307 at 9:5 under: row *= 2

import numpy as np


def f(x: "N D"):
    y = x.copy()
    row = y[0]  # backprop: stop
    row *= 2
    return np.sum(y**2)
