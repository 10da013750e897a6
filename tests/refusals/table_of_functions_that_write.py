# expect: E306 at 16:20 under: T

import numpy as np

def scaled(v: "D", s: float):
    v *= s
    return v[0]

def filled(v: "D", s: float):
    v[0] = s
    return v[1] * s

T = {"scaled": scaled, "filled": filled}
def f(x: "D", name: str, s: float):
    v = x * s
    return v * 2 + T[name](v, s)
