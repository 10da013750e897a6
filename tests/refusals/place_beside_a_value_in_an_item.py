# expect: E203 at 6:11 under: rows[n]
import numpy as np


def f(rows, x: "N", n: int):
    row = rows[n]
    return row[1] * np.sin(x[row[0]])
