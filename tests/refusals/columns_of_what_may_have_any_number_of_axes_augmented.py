# expect: E307 at 8:9 under: r *= 0.7

import numpy as np


def f(A):
    for r in A.T:
        r *= 0.7
    return np.sum(r)
