# expect: E110 at 8:5 under: for i in range(len(x)):  # backprop: checkpoint

import numpy as np


def drawn_in_turns(x: "N"):
    s = 0.0
    for i in range(len(x)):  # backprop: checkpoint
        s = s + x[i] * np.random.normal()
    return s
