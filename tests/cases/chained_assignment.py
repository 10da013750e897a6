# arguments: x=1.5
def f(x):
    a = b = x**2
    return a * b


# output
"""Forward and backward passes of chained_assignment.py: do not edit.

Made by `backprop generate`.
"""


def f_forward(x):
    """Forward pass of f: out and the cache (references, not copies)."""
    a = b = x**2
    out = a * b
    cache = (x, a, b)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx, from dout."""
    x, a, b = cache
    # backprop out = a * b
    da = b * dout
    db = a * dout
    # backprop a = b = x**2
    da += db
    dx = (2 * x) * da
    return dx
