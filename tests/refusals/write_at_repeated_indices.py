# expect: E103 at 9:5 under: y[i]
# not yet: it is shown in the first line

import numpy as np


def f(x: "N", i: "K int"):
    y = np.zeros(3)
    y[i] = x
    return y
