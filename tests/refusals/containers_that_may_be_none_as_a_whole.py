# expect: E203 at 10:5 under: if k > 1:
# expect: E203 at 21:5 under: for k in range(n):
# expect: E203 at 29:13 under: x = x + product_of(p)

import numpy as np


def returned(x: "N", s: float, k: int):
    p = None
    if k > 1:
        p = [x * s, x * x]
    return p


def product_of(p):
    return p[0] * p[1]


def read(x: "N", s: float, n: int):
    p = None
    for k in range(n):
        if k == 1:
            p = (x * s, x * x)
        if p is not None:
            a, b = p
            x = x + np.sin(a) * b
    for k in range(n):
        if p is not None:
            x = x + product_of(p)
    return x * s
