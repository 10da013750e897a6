# expect: E103 at 10:5 under: d["w"]
# expect: E103 at 17:9 under: d["w"]
import numpy as np


def of_which_a_part_was_read(d: dict[str, np.ndarray], a: float):
    t = 0.0
    for k in d:
        t = t + d[k][0] * a
    d["w"] = d["u"] * t
    return d["w"] * d["u"]


def of_which_a_part_is_read_in_a_later_turn(d: dict[str, np.ndarray], x: "N", n: int):
    y = 0.0
    for t in range(n):
        d["w"] = x * t
        y += d["w"][0]
    return y * d["u"]
