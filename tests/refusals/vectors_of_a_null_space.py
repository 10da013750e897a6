# expect: E207 at 7:16 under: np.linalg.svd(A)

import numpy as np


def f(A: "M N"):
    u, s, vt = np.linalg.svd(A)
    return np.sum(u**4) + np.sum(s)
