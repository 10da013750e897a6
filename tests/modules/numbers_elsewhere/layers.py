import numpy as np

EPS = 1e-3
SHIFT = -2
NAMES = ("w", "b")


def root(x):
    return np.sqrt(x + EPS)
