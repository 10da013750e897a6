# arguments: x=1.5, y=0.7
def both(a: float, b: float):
    return a * b, a - b


def f(x: float, y: float):
    return both(y, x * x)


# output
"""Forward and backward passes of return_of_a_call.py: do not edit.

Made by `backprop generate`.
"""


def both_forward(a: float, b: float):
    """Forward pass of both: out, out1 and the cache (references, not copies)."""
    out = a * b
    out1 = a - b
    cache = (a, b)
    return out, out1, cache


def both_backward(dout, dout1, cache):
    """Backward pass of both: da and db, from dout and dout1."""
    a, b = cache
    # backprop out1 = a - b
    da = dout1
    db = -dout1
    # backprop out = a * b
    da = da + b * dout
    db += a * dout
    return da, db


def f_forward(x: float, y: float):
    """Forward pass of f: out, out1 and the cache (references, not copies)."""
    x_times_x = x * x
    out, out1, both_cache = both_forward(y, x_times_x)
    cache = (x, both_cache)
    return out, out1, cache


def f_backward(dout, dout1, cache):
    """Backward pass of f: dx and dy, from dout and dout1."""
    x, both_cache = cache
    # backprop out, out1 = both(y, x_times_x)
    dy, dx_times_x = both_backward(dout, dout1, both_cache)
    # backprop x_times_x = x * x
    dx = (2 * x) * dx_times_x
    return dx, dy
