# expect: E101 at 7:5 under: for i, j in itertools.combinations(range(len(x)), 2):
import itertools


def f(x: "N"):
    s = 0.0
    for i, j in itertools.combinations(range(len(x)), 2):
        if s > 1:
            break
        s = s * 0.5 + x[i] * x[j]
    return s
