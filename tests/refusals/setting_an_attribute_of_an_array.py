# expect: E103 at 8:5 under: y.shape

import numpy as np


def f(x: "N D"):
    y = x * 2
    y.shape = (6,)
    return y
