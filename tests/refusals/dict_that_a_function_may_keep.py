# expect: E103 at 12:5 under: d["a"] = x * 2
import numpy as np


def keep(d):
    return d


def f(x: "N", n: int):
    d = {"a": x}
    e = keep(d)
    d["a"] = x * 2
    return np.sum(e["a"] * d["a"])
