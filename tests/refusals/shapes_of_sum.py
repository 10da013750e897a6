# expect: E204 at 7:19 under: x + y

import numpy as np


def f(x: "3", y: "4"):
    return np.exp(x + y)
