# expect: E203 at 7:12 under: math.atan2(*x)

import math


def f(x: "2"):
    return math.atan2(*x)
