# expect: E305 at 10:1 under: def f(x, w):

import numpy as np

# backprop: skip
def range(n):
    return np.arange(n)


def f(x, w):
    return np.sum(x * w)
