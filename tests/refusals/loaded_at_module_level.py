# expect: E306 at 9:12 under: WEIGHTS

import numpy as np

WEIGHTS = np.load("weights.npy")


def f(x: "N"):
    return WEIGHTS * x
