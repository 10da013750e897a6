# expect: E303 at 12:19 under: x
# expect: E303 at 16:29 under: y

import math


def scaled(x, s):
    return x * s


def f(x: "N D", s: "D"):
    return scaled(x, s)


def g(x: float, s: "3", y: "3"):
    return s[0] * scaled(x, y)
