# arguments: a=0.7, out=1.2
import math


def f(a, out):
    for t in range(1, 3):
        for k in range(t):
            if out > 1:
                pass
            else:
                out = a
    return a


# output
"""Forward and backward passes of branch_in_a_nest_of_loops_of_numbers.py: do not edit.

Made by `backprop generate`.
"""


def f_forward(a, out):
    """Forward pass of f: a and the cache (references, not copies)."""
    steps = []
    for t in range(1, 3):
        out_before = []
        for k in range(t):
            out_before.append(out)
            if out > 1:
                pass
            else:
                out = a
        steps.append(out_before)
    cache = (steps,)
    return a, cache


def f_backward(da, cache):
    """Backward pass of f: da and dout, from da."""
    (steps,) = cache
    dout = 0.0
    for out_before in reversed(steps):
        for out in reversed(out_before):
            if not out > 1:
                # backprop out = a
                da = da + dout
                dout = 0.0
    return da, dout
