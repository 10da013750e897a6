# expect: E110 at 8:5 under: for i in range(n):  # backprop: checkpoint
# expect: E110 at 9:9 under: u = x[i] * 2

import numpy as np


def fill(out: "N", x: "N", n: int):
    for i in range(n):  # backprop: checkpoint
        u = x[i] * 2  # backprop: recompute
        out[i] = np.exp(u) * np.sin(u)


def filled(x: "N", n: int):
    out = np.zeros(n)
    fill(out, x, n)
    return np.sum(out)
