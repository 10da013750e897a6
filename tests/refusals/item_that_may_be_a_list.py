# expect: E203 at 6:11 under: rows[n]
import numpy as np


def f(rows, k: float, n: int):
    row = rows[n]
    total = 0.0
    for entry in row:
        total = np.sin(total) + entry * k
    return total
