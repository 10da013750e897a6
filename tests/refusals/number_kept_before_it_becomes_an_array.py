# expect: E307 at 11:9 under: s += x

import numpy as np


def f(x: "N", n: int):
    s = 0
    kept = []
    for i in range(n):
        kept.append(s)
        s += x
    return kept[1] * s + kept[2]
