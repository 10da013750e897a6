# expect: E307 at 7:5 under: s += x[1, 0]
import numpy as np


def f(x):
    s = x[0]
    s += x[1, 0]
    t = x[0, 1]
    t *= 2.0
    return s * t
