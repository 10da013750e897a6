# expect: E103 at 9:5 under: t.sort()
# expect: E103 at 16:5 under: row.sort()
# expect: E103 at 21:5 under: ys.sort()
import numpy as np


def of_two_names(x: "N", s: float):
    t = u = [v * s for v in x]
    t.sort()
    return u[0] * s + np.sum(x)


def kept_before(x: "N", s: float):
    row = [v * s for v in x]
    rows = [row]
    row.sort()
    return rows[0][0] * s


def given(ys: list[float], s: float):
    ys.sort()
    return ys[0] * s
