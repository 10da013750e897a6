# expect: E202 at 7:26 under: np.split(x, places)
import numpy as np


# A number of equal parts, or places between parts of any size.
def f(x, places):
    head, middle, tail = np.split(x, places)
    return np.sum(head**2) + np.sum(tail)
