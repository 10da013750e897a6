# expect: E307 at 12:9 under: item *= 2

import numpy as np


def f(x: "N D", v: "D"):
    y = x.copy()
    w = v.copy()
    s = 0.0
    for part in (w, y):
        item = part[0]
        item *= 2
        s += np.sum(item)
    return s + np.sum(y) + np.sum(w)
