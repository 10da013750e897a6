# expect: E203 at 11:5 under: for v in p.values():
import numpy as np


def g(p, x):
    return np.sum(p["w"] * x)


def f(p: dict[str, np.ndarray], x: "N"):
    t = g(p, x)
    for v in p.values():
        t = t + np.sum(v ** 2)
    return t, p
