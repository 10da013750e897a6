# expect: E307 at 13:9 under: x[0] *= v
# expect: E307 at 20:9 under: xs[0] *= x
# expect: E307 at 21:9 under: xs.pop()
# expect: E307 at 27:9 under: A[0] += row * row
# expect: E307 at 35:9 under: A[i, 0] += a * a
# expect: E307 at 43:9 under: h[n] = h[n] * x

import numpy as np


def another_array(x: "N"):
    for v in x:
        x[0] *= v
        x = 2.0 * x
    return x


def shorter(xs: list[float]):
    for x in xs:
        xs[0] *= x
        xs.pop()
    return xs[0]


def item_read_behind(A: "N M"):
    for row in A:
        A[0] += row * row
    return A * row


def another_row(A: "N N"):
    i = 0
    for a in A[i]:
        i = (i + 1) % len(A)
        A[i, 0] += a * a
    return A


def end_that_moves(h: "N"):
    n = len(h)
    for x in h[:n]:
        n = n - 1
        h[n] = h[n] * x
    return h
