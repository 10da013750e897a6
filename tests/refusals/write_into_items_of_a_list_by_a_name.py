# expect: E307 at 14:9 under: x += 1.0
# expect: E307 at 22:9 under: x *= 2.0
# expect: E307 at 29:9 under: x *= xs[0]
# expect: E307 at 35:9 under: x *= 2.0
# expect: E307 at 41:9 under: x *= 2.0

import numpy as np


def no_longer_in_it(xs: list[np.ndarray]):
    s = 0.0
    for i, x in enumerate(xs):
        xs[i] = x * 2.0
        x += 1.0
        s = s + np.sum(x)
    return s


def in_another_list(xs: list[np.ndarray]):
    kept = []
    for x in xs:
        x *= 2.0
        kept.append(x)
    return kept[0] * kept[1]


def counted_from_the_end(xs: list[np.ndarray]):
    for x in xs[-2:]:
        x *= xs[0]
    return xs[0] + xs[1]


def read_behind(xs: list[np.ndarray]):
    for x in xs:
        x *= 2.0
    return x * xs[-1]


def perhaps_numbers(xs: list):
    for x in xs:
        x *= 2.0
    return xs[0]
