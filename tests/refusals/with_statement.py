# expect: E104 at 7:5 under: with np.testing.suppress_warnings():

import numpy as np


def f(x: "N"):
    with np.testing.suppress_warnings():
        y = np.log(x)
    return y
