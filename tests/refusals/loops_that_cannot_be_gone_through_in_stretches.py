# expect: E110 at 14:14 under: range(len(x))
# expect: E110 at 23:14 under: range(len(x))
# expect: E110 at 30:14 under: range(len(x))
# expect: E110 at 39:14 under: xs
# expect: E110 at 46:14 under: reversed(range(len(x)))
# expect: E110 at 54:14 under: range(3)
# expect: E110 at 64:17 under: zip(x, y)

import numpy as np


def left_early(x: "N"):
    s = 0.0
    for i in range(len(x)):  # backprop: checkpoint
        s = s + x[i] ** 2
        if s > 3:
            break
    return s


def collected(x: "N"):
    out = []
    for i in range(len(x)):  # backprop: checkpoint
        out.append(np.sin(x[i]))
    return np.stack(out)


def without_a_value_above(x: "N"):
    s = 0.0
    for i in range(len(x)):  # backprop: checkpoint
        if i > 0:
            s = s + before * x[i]
        before = x[i] ** 2
    return s


def over_a_list(xs: list):
    s = 0.0
    for x in xs:  # backprop: checkpoint
        s = s + x * x
    return s


def backwards(x: "N"):
    s = 0.0
    for i in reversed(range(len(x))):  # backprop: checkpoint
        s = np.sin(s) + x[i]
    return s


def under_two_names(x: "N"):
    y = x * 2
    z = y[1:]
    for i in range(3):  # backprop: checkpoint
        z[i] = y[i] * x[i]
    return np.sum(y)




def of_its_own_zip(x: "N", y: "N"):
    zip = lambda a, b: [(a[0], b[0])]
    s = 0.0
    for a, b in zip(x, y):  # backprop: checkpoint
        s = s + a * b
    return s
