# expect: E307 at 7:9 under: x[:2] *= v

import numpy as np

def f(x: "N"):
    for i, v in enumerate(x):
        x[:2] *= v
    return x
