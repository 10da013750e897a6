# expect: E307 at 10:9 under: u *= x
import numpy as np


def f(x: "N"):
    rows = []
    for i in range(2):
        u = x * (i + 1)
        rows.append(u)
        u *= x
    return np.sum(np.array(rows))
