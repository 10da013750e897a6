# expect: E103 at 5:5 under: y[x > 0][0]
import numpy as np
def f(x, v: float):
    y = x.copy()
    y[x > 0][0] = v
    return y
