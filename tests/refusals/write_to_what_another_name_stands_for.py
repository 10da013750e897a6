# expect: E307 at 8:5 under: y += 1.0

import numpy as np


def f(x: "N"):
    y = x
    y += 1.0
    return np.exp(x) * y
