# expect: E201 at 9:12 under: np.sum(z)
# expect: E201 at 15:12 under: np.sum(z)
import numpy as np


def joined(y, x: "list"):
    p, q = y
    z = y + x
    return np.sum(z) * p


def repeated(y, n: "int"):
    p, q = y
    z = y * n
    return np.sum(z) * p
