# expect: E307 at 8:5 under: row[0, 1] *= s
import numpy as np


def f(row: "N N", s: float):
    row[0, 0] *= s
    row = row.T
    row[0, 1] *= s
    return np.sum(row)
