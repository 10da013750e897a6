# shapes: (3,), (3,), (3,)
import numpy as np
from .layers import run, P, make
def f(w: "N", b: "N", x: "N"):
    p = P(w, b)
    q = make(w, x)
    return np.sum(run(p, x) * run(q, x) * q.w) + p.b[0]
