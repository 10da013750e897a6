# expect: E204 at 7:20 under: W @ X

import numpy as np


def f(W: "5 10", X: "3 10"):
    return np.tanh(W @ X)
