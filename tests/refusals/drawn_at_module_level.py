# expect: E306 at 9:12 under: WEIGHT

import numpy as np

WEIGHT = np.random.rand()


def f(x: float):
    return WEIGHT * x
