import numpy as np


def g(x, a=2.0, *, b=3.0):
    return np.sin(x * a) + b * x
