# expect: E307 at 13:5 under: buf.append(xs[0])

import numpy as np


def same(values):
    return values


def f(xs: list[float]):
    buf = [v * v for v in xs]
    kept = same(buf)
    buf.append(xs[0])
    return sum(kept) + np.sum(buf)
