# expect: E307 at 10:15 under: y[1]
# expect: E307 at 16:14 under: y[:3]
# expect: E307 at 25:21 under: y[n, n + 1 :]

import numpy as np


def row_into_column(x: "N N", w: "N N"):
    y = x * w
    y[:, 2] = y[1]
    return y


def slices_of_two_steps(x, w):
    y = x * w
    y[::2] = y[:3]
    return y


def copied(x, w):
    y = x * w
    y[:, 2] = y[1].copy()
    y[1:] = y[:-1]
    n = len(y)
    y[n + 1 :, n] = y[n, n + 1 :]
    return y
