# expect: E207 at 7:30 under: p

import numpy as np


def f(x: "N", p: float):
    return np.linalg.norm(x, p)
