# expect: E307 at 12:5 under: row += 1.0

import numpy as np


def f(x: "N D", n: int):
    y = x * 2
    row = y[0]
    for i in range(n):
        if y[i, 0] > 1:
            row = y[i]
    row += 1.0
    return y
