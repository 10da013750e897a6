import numpy as np


def step(h, x, w):
    new = np.tanh(h * w + x)
    return new, new * x
