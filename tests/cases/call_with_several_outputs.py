# arguments: x=1.5, y=0.7
def both(a: float, b: float):
    return a * b, a / b


def f(x: float, y: float):
    p, q = both(x, y)
    return p * q + p


# output
"""Forward and backward passes of call_with_several_outputs.py: do not edit.

Made by `backprop generate`.
"""


def both_forward(a: float, b: float):
    """Forward pass of both: out, out1 and the cache (references, not copies)."""
    out = a * b
    out1 = a / b
    cache = (a, b, out1)
    return out, out1, cache


def both_backward(dout, dout1, cache):
    """Backward pass of both: da and db, from dout and dout1."""
    a, b, out1 = cache
    # backprop out1 = a / b
    da = dout1 / b
    db = -out1 * da
    # backprop out = a * b
    da += b * dout
    db += a * dout
    return da, db


def f_forward(x: float, y: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    p, q, both_cache = both_forward(x, y)
    out = p * q + p
    cache = (p, q, both_cache)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx and dy, from dout."""
    p, q, both_cache = cache
    # backprop out = p * q + p
    dp = q * dout
    dq = p * dout
    dp += dout
    # backprop p, q = both(x, y)
    dx, dy = both_backward(dp, dq, both_cache)
    return dx, dy
