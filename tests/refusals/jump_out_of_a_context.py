# expect: E102 at 8:9 under: with np.errstate(all="ignore"):

import numpy as np

def f(x: "N"):
    s = 0.0
    for k in range(3):
        with np.errstate(all="ignore"):
            if x[k] > 1:
                continue
            s = s + x[k]
        s = s * 2
    return s
