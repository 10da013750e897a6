# expect: E201 at 8:13 under: q.get(k)
import numpy as np


def f(p: dict, q: dict):
    t = 0.0
    for k, v in p.items():
        w = q.get(k)
        if w is not None:
            t = t + np.sum(v**2 * w)
    return t
