# expect: E202 at 6:9 under: w
import numpy as np


def f(x: "N", y: "N"):
    for w in (x, y):
        y = y * w
    return np.sum(y)
