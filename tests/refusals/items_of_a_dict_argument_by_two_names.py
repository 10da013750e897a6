# expect: E307 at 9:5 under: d["u"] *= a
# expect: E307 at 15:5 under: d["u"] *= a
# expect: E307 at 21:5 under: d["u"] *= a
import numpy as np


def read_by_another_name(d: dict[str, np.ndarray], a: float):
    u = d["u"]
    d["u"] *= a
    return u * d["v"]


def of_another_argument(d: dict[str, np.ndarray], x: "N", a: float):
    d["u"] = x
    d["u"] *= a
    return x * d["v"]


def twice_in_it(d: dict[str, np.ndarray], a: float):
    d["u"] = d["v"]
    d["u"] *= a
    return d["u"] * d["v"]
