# expect: E307 at 9:9 under: row *= len

import numpy as np


def f(x: "N D", len: float):
    y = x * 2
    for row in y:
        row *= len
    return np.sum(y)
