# expect: E203 at 7:5 under: for _ in range(n):
import numpy as np


def f(w: "N", y: float, n: int):
    b = None
    for _ in range(n):
        if b is None:
            b = (w, y * w)
        else:
            b = (b[1], b[0] * y)
    return np.sum(b[0] * b[1])
