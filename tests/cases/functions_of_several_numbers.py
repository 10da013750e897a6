# arguments: a=0.8, b=1.7, c=1.1, d=0.4
import math


def f(a: float, b: float, c: float, d: float):
    length = math.hypot(a, b, c)
    away = math.dist([a, b], [c, d])
    volume = math.prod([a, length, c])
    quotient, rest = divmod(b, d)
    return math.lgamma(volume) + away, math.fsum([rest, quotient])


# output
"""Forward and backward passes of functions_of_several_numbers.py: do not edit.

Made by `backprop generate`.
"""

import math


def digamma(x):
    """The slope of math.lgamma at x."""
    if x < 0.5:
        return digamma(1 - x) - math.pi / math.tan(math.pi * x)
    below = 0.0
    while x < 10:  # the series is for large x
        below -= 1 / x
        x += 1
    s = 1 / x**2
    series = s * (
        1 / 12 - s * (1 / 120 - s * (1 / 252 - s * (1 / 240 - s * (1 / 132))))
    )
    return below + math.log(x) - 1 / (2 * x) - series


def f_forward(a: float, b: float, c: float, d: float):
    """Forward pass of f: out, out1 and the cache (references, not copies)."""
    length = math.hypot(a, b, c)
    away = math.dist([a, b], [c, d])
    volume = math.prod([a, length, c])
    quotient, rest = divmod(b, d)
    out = math.lgamma(volume) + away
    out1 = math.fsum([rest, quotient])
    cache = (a, b, c, d, length, away, volume, quotient)
    return out, out1, cache


def f_backward(dout, dout1, cache):
    """Backward pass of f: da, db, dc and dd, from dout and dout1."""
    a, b, c, d, length, away, volume, quotient = cache
    # backprop out1 = math.fsum([rest, quotient])
    drest = dout1
    # backprop out = math.lgamma(volume) + away
    dvolume = digamma(volume) * dout
    daway = dout
    # backprop quotient, rest = divmod(b, d)
    db = drest
    dd = -quotient * drest
    # backprop volume = math.prod([a, length, c])
    da = math.prod([length, c]) * dvolume
    dlength = math.prod([a, c]) * dvolume
    dc = math.prod([a, length]) * dvolume
    # backprop away = math.dist([a, b], [c, d])
    da += ((a - c) / away) * daway
    db = db + ((b - d) / away) * daway
    dc += ((c - a) / away) * daway
    dd += ((d - b) / away) * daway
    # backprop length = math.hypot(a, b, c)
    da += (a / length) * dlength
    db += (b / length) * dlength
    dc += (c / length) * dlength
    return da, db, dc, dd
