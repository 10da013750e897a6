# expect: E307 at 14:5 under: row += 1.0
# expect: E307 at 21:5 under: col *= s
# expect: E307 at 28:5 under: w *= s
# expect: E103 at 34:5 under: B.T[0] = A[1]

import numpy as np


# A number, or a row: each would be computed for something.

def item(x: np.ndarray):
    y = x * 2
    row = y[0]
    row += 1.0
    return y * row


def column(x: np.ndarray, j, s: float):
    y = x * 2
    col = y[:, j]
    col *= s
    return y


def whole(x, s):
    y = x * 2
    w = y
    w *= s
    return y


def transposed(A: np.ndarray):
    B = A.copy()
    B.T[0] = A[1]
    return B
