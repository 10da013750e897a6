# expect: E307 at 9:9 under: row -= 2.0

import numpy as np


def f(x: "N D"):
    y = x * 2
    for row in y:
        row -= 2.0
    row += 1.0
    return y
