# expect: E203 at 11:12 under: wave(x)

import math


def wave(x: float):
    return math.sin(x)


def f(x: float):
    return wave(x) if x > 0 else x
