import numpy as np


def sq(x):
    return np.sin(x) * x


def width(x):
    return x.shape[0]
