# expect: E307 at 12:5 under: row += 1.0

import numpy as np


def f(x: "N D", n: int):
    y = x * 2
    if n > 0:
        row = y[0]
    else:
        row = y[1]
    row += 1.0
    return y
