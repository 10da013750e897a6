# expect: E307 at 9:9 under: row *= row

import numpy as np

def f(x: "N D"):
    x = x
    s = 0.0
    for row in x:
        row *= row
        s = s + row
    return s
