# expect: E307 at 5:1 under: def f(x: "N", y: "N", n: int):

import numpy as np

def f(x: "N", y: "N", n: int):
    if n:
        x = y
    else:
        x[0] = 1.0
    return x
