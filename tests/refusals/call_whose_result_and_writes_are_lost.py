# expect: E103 at 12:5 under: fill(out, x)
import numpy as np


def fill(out: "N", x: "N"):
    out[0] = x[0]
    return out


def f(x: "N"):
    out = np.zeros(3)
    fill(out, x)
    return np.sum(out)
