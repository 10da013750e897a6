# shapes: (3,), (3,), (3,)
import numpy as np
from .layers import apply


def f(x: "N", w: "N", b: "N"):
    p = {"w": w * 2, "b": b}
    return np.sum(apply(p, x) * apply(p, x * 2))
