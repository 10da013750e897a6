# expect: E201 at 8:17 under: p.items()
# expect: E202 at 10:35 under: q[k]
import numpy as np


def f(p: dict, q: dict):
    t = 0.0
    for k, v in p.items():
        if k in q:
            t = t + np.sum(v**2 * q[k])
    return t
