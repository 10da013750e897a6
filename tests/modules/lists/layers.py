import numpy as np


def parts(x: "N"):
    return [np.sin(x), x * 2]


def total(xs: list):
    s = 0.0
    for x in xs:
        s = s + np.sum(x * x)
    return s
