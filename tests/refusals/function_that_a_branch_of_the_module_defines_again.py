# expect: E306 at 16:12 under: sq
import numpy as np


def sq(x):
    return x * x


if np.__version__ > "1":

    def sq(x):
        return x * x * x


def f(x: float):
    return sq(x)
