# arguments: x=1.5, y=0.7
def f(x, y):
    a, b = x * y, x + y
    return a * b


# output
"""Forward and backward passes of tuple_assignment.py: do not edit.

Made by `backprop generate`.
"""


def f_forward(x, y):
    """Forward pass of f: out and the cache (references, not copies)."""
    a, b = x * y, x + y
    out = a * b
    cache = (x, y, a, b)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx and dy, from dout."""
    x, y, a, b = cache
    # backprop out = a * b
    da = b * dout
    db = a * dout
    # backprop a, b = x * y, x + y
    dx = db + y * da
    dy = db + x * da
    return dx, dy
