# expect: E103 at 8:5 under: y[i]

import numpy as np


def f(x: "N", i: "K int"):
    y = np.zeros(3)
    y[i] = x
    return y
