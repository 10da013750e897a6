# expect: E304 at 7:1 under: def f(x: "N"):

import numpy as np


# backprop: final
def f(x: "N"):
    return np.exp(x)
