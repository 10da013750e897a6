# expect: E307 at 11:18 under: bump(y, w)

import numpy as np

def bump(y: "N", w: float):
    y[0] += w
    return np.sum(y)

def f(x: "N", w: float):
    y = 2 * x
    if w > 0 and bump(y, w) > 2:
        w = 2 * w
    return w * np.sum(y)
