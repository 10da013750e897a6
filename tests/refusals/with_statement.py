# expect: E104 at 7:5 under: with np.errstate(all="ignore"):

import numpy as np


def f(x: "N"):
    with np.errstate(all="ignore"):
        y = np.log(x)
    return y
