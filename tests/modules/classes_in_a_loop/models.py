# shapes: (4, 3), (3,)
import numpy as np
from .layers import step, S as State
def f(xs: "T N", h: "N"):
    s = State(h, h * 0.1)
    for x in xs:
        s = step(s, x)
    return np.sum(s.h) + np.sum(s.c * s.c)
