# expect: E103 at 8:5 under: e["a"] = x * y
import numpy as np


def f(x: "N", y: "N"):
    d = {"a": x}
    e = d
    e["a"] = x * y
    return np.sum(d["a"])
