# shapes: (4, 3), (3,)
import numpy as np
from .layers import step


def f(xs: "T N", w: "N"):
    h = np.zeros_like(w)
    total = 0.0
    for t in range(xs.shape[0]):
        h, o = step(h, xs[t], w)
        if o[0] > 0.2:
            total += np.sum(o)
    return total
