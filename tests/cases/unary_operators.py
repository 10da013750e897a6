# arguments: x=1.5, y=0.7
def f(x, y):
    a = -x
    b = +y
    c = -(a * b)
    return -c - +x


# output
"""Forward and backward passes of unary_operators.py: do not edit.

Made by `backprop generate`.
"""


def f_forward(x, y):
    """Forward pass of f: out and the cache (references, not copies)."""
    a = -x
    b = +y
    a_times_b = a * b
    c = -a_times_b
    out = -c - +x
    cache = (a, b)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx and dy, from dout."""
    a, b = cache
    # backprop out = -c - +x
    dc = -dout
    dx = -dout
    # backprop c = -a_times_b
    da_times_b = -dc
    # backprop a_times_b = a * b
    da = b * da_times_b
    db = a * da_times_b
    # backprop b = +y
    dy = db
    # backprop a = -x
    dx -= da
    return dx, dy
