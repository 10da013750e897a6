# arguments: x=1.2, n=2
import math


def f(x: float, n: int):
    s = x
    if n > 2:  # backprop: stop
        s = math.sin(s)
    c = 1.0
    for _ in range(n):  # backprop: stop
        c = 1.5
    return s * x * c


# output
"""Forward and backward passes of stop_pragma_on_the_head_of_a_block.py: do not edit.

Made by `backprop generate`.
"""

import math


def f_forward(x: float, n: int):
    """Forward pass of f: out and the cache (references, not copies)."""
    s = x
    if n > 2:  # backprop: stop
        s = math.sin(s)
    c = 1.0
    for _ in range(n):  # backprop: stop
        c = 1.5
    s_times_x = s * x
    out = s_times_x * c
    cache = (x, n, s, c)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx, from dout."""
    x, n, s, c = cache
    # backprop out = s_times_x * c
    ds_times_x = c * dout
    # backprop s_times_x = s * x
    ds = x * ds_times_x
    dx = s * ds_times_x
    if n > 2:
        ds = 0.0
    # backprop s = x
    dx += ds
    return dx
