# expect: E103 at 8:5 under: t.sort()
# expect: E103 at 13:5 under: ys.sort()
import numpy as np


def made(x: "N", s: float):
    t = [v * s for v in x]
    t.sort()
    return t[0] * s + np.sum(x)


def given(ys: list[float], s: float):
    ys.sort()
    return ys[0] * s
