# expect: E201 at 7:12 under: np.unpackbits(x)

import numpy as np


def f(x: "N"):
    return np.unpackbits(x) * x
