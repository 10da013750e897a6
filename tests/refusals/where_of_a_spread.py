# expect: E201 at 7:12 under: np.std(x, where=x > 0)

import numpy as np


def f(x: "N"):
    return np.std(x, where=x > 0)
