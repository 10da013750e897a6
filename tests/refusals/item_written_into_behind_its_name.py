# expect: E307 at 12:5 under: xs[0] *= 3.0
# expect: E307 at 19:5 under: ys[0] = a * 2.0
# expect: E307 at 26:5 under: a *= 2.0
# expect: E307 at 33:5 under: g[0] = t * 2.0

import numpy as np


def in_its_place(xs: list[np.ndarray]):
    a = xs[0]
    xs[1] = xs[1] * 2.0
    xs[0] *= 3.0
    return xs[0] * a


def in_a_second_list(xs: list[np.ndarray]):
    ys = xs
    a = xs[0]
    ys[0] = a * 2.0
    return a * xs[0]


def out_of_its_place(xs: list[np.ndarray]):
    a = xs[0]
    xs[0] = xs[1]
    a *= 2.0
    return a * xs[0]


def that_is_the_list(g: list[list[float]], t: float):
    x = g[0]
    g = x
    g[0] = t * 2.0
    return g[0] * x[1]
