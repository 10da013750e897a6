# shapes: (3, 2), (2, 4), (4,)
from .layers import lin


def f(x, w, s):
    h = lin(x, w)
    return h * s + h
