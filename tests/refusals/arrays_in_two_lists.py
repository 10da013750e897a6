# expect: E307 at 13:5 under: cols[0] *= s
# expect: E307 at 19:5 under: rows[:2][0] *= s
# expect: E307 at 26:5 under: cols[0] *= s
# expect: E307 at 33:5 under: cols[0] *= s
# expect: E307 at 40:5 under: e["a"] *= s

import numpy as np


def a_slice(x: "D", s: float):
    rows = [x * k for k in range(1, 4)]
    cols = rows[:2]
    cols[0] *= s
    return np.stack(rows)


def a_slice_without_a_name(x: "D", s: float):
    rows = [x * k for k in range(1, 4)]
    rows[:2][0] *= s
    return np.stack(rows)


def a_copy_of_the_list(x: "D", s: float):
    rows = [x * k for k in range(1, 4)]
    cols = rows.copy()
    cols[0] *= s
    return np.stack(rows)


def a_list_of_the_items(x: "D", s: float):
    rows = [x * k for k in range(1, 4)]
    cols = [row for row in rows]
    cols[0] *= s
    return np.stack(rows)


def a_copy_of_a_dict(x: "D", s: float):
    d = {"a": x * 2, "b": x * 3}
    e = d.copy()
    e["a"] *= s
    return d["a"] * d["b"]
