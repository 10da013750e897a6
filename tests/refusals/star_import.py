# expect: E109 at 7:12 under: exp

from math import *


def f(x: float):
    return exp(x)
