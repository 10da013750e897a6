# shapes: (3,), (3,)
import numpy as np
from typing import NamedTuple
from .layers import run, P as Other
class P(NamedTuple):
    w: "N"
    v: "N"
def f(w: "N", x: "N"):
    p = P(w * x, w)
    o = Other(p.v * 2)
    return np.sum(run(o, x) * p.w)
