# expect: E307 at 10:9 under: row -= 2.0
# expect: E307 at 11:5 under: row += 1.0

import numpy as np


def f(x: "N D"):
    y = x * 2
    for row in y:
        row -= 2.0
    row += 1.0
    return y
