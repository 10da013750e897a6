# expect: E203 at 12:9 under: kept.append(out)
# expect: E203 at 23:9 under: kept.append((out, k * x))

import numpy as np


def appended(y, x: float, n: int):
    out = None
    kept = []
    for k in range(n):
        # what is in the list is None, and so has no items, as long as no turn has made one
        kept.append(out)
        if y[k] > 0:
            out = [x, x * x]
    return kept


def in_a_tuple(y, x: float, n: int):
    out = None
    kept = []
    total = 0.0
    for k in range(n):
        kept.append((out, k * x))
        if y[k] > 0:
            out = [x, x * x]
    for o, s in kept:
        total += s
        if o is not None:
            total += o[0] * o[1]
    return np.sin(total)
