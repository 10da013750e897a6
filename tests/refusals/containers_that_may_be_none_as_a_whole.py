# expect: E203 at 8:5 under: if k > 1:

import numpy as np


def returned(x: "N", s: float, k: int):
    p = None
    if k > 1:
        p = [x * s, x * x]
    return p
