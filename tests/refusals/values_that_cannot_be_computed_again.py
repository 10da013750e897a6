# expect: E110 at 15:5 under: y = np.tanh(x * random.gauss(0.0, 1.0))
# expect: E110 at 20:5 under: y = noisy(x)
# expect: E110 at 25:5 under: y = x * np.loadtxt("weights.txt")
# expect: E201 at 30:13 under: clock.now()

import numpy as np
import random


def noisy(x):
    return x * np.random.normal()


def drawn(x: "N", w: "N"):
    y = np.tanh(x * random.gauss(0.0, 1.0))  # backprop: recompute
    return np.sum(y * y * w)


def drawn_by_a_function(x: "N"):
    y = noisy(x)  # backprop: recompute
    return np.sum(y * y)


def read_from_a_file(x: "N"):
    y = x * np.loadtxt("weights.txt")  # backprop: recompute
    return np.sum(y * y)


def by_what_is_not_known(x: "N", clock):
    y = x * clock.now()  # backprop: recompute
    return np.sum(y * y)
