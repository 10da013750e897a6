# arguments: p=(1.5, 0.5)
def f(p):
    a, b = p
    return a * b


# output
"""Forward and backward passes of tuple_argument_unpacked.py: do not edit.

Made by `backprop generate`.
"""


def f_forward(p):
    """Forward pass of f: out and the cache (references, not copies)."""
    a, b = p
    out = a * b
    cache = (a, b)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dp, from dout."""
    a, b = cache
    # backprop out = a * b
    da = b * dout
    db = a * dout
    # backprop a, b = p
    dp = (da, db)
    return dp
