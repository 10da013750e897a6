# expect: E307 at 19:5 under: rows[0] *= s
# expect: E307 at 26:5 under: rows[0][0] = s
# expect: E307 at 33:5 under: rows[0] *= s
# expect: E307 at 42:5 under: rows[0][1] = s
# expect: E307 at 49:5 under: rows[1] *= s
# expect: E307 at 60:5 under: rows[1][0] = s
# expect: E307 at 66:5 under: rows[0][0] = s * x[1]
# expect: E307 at 74:9 under: rows[k][k] = s
# expect: E307 at 81:5 under: rows[0][1] = x * s
# expect: E307 at 88:5 under: rows[1] *= s
# expect: E307 at 96:5 under: rows[0] *= s

import numpy as np


def one_item_for_another(x: "D", s: float):
    rows = [x * k for k in range(3)]
    rows[0] = rows[1]
    rows[0] *= s
    return np.stack(rows)


def the_same_by_an_entry(x: "D", s: float):
    rows = [x * k for k in range(3)]
    rows[0] = rows[1]
    rows[0][0] = s
    return np.stack(rows)


def one_array_in_each_turn(x: "D", s: float):
    v = x * s
    rows = [v for k in range(3)]
    rows[0] *= s
    return np.stack(rows)


def appended_in_each_turn(x: "D", s: float):
    v = x * s
    rows = []
    for k in range(3):
        rows.append(v)
    rows[0][1] = s
    return np.stack(rows)


def appended_again(x: "D", s: float):
    rows = [x * k for k in range(3)]
    rows.append(rows[1])
    rows[1] *= s
    return np.stack(rows)


def from_the_turn_before(x: "D", n: int, s: float):
    rows = [np.zeros(3)]
    last = x * s
    for k in range(n):
        rows.append(last)
        last = x * k
        rows.append(last)
    rows[1][0] = s
    return np.stack(rows)


def repeated(x: "D", s: float):
    rows = [np.zeros(3)] * 3
    rows[0][0] = s * x[1]
    return rows[0] + rows[1]


def in_one_turn_of_some(x: "D", n: int, s: float):
    rows = [x * k for k in range(n)]
    for k in range(n - 1):
        rows[k + 1] = rows[k]
        rows[k][k] = s
    return np.stack(rows)


def one_list_in_a_list(x: "D", s: float):
    row = [x * 1, x * 2]
    rows = [row for k in range(3)]
    rows[0][1] = x * s
    return np.stack(rows[0]) * np.stack(rows[1])


def one_row_of_an_array(x: "D", s: float):
    M = np.outer(x, x)
    rows = [M[0] for k in range(3)]
    rows[1] *= s
    return np.stack(rows)


def in_one_arm(x: "D", n: int, s: float):
    rows = [x * k for k in range(3)]
    if n > 1:
        rows[2] = rows[0]
    rows[0] *= s
    return np.stack(rows)
