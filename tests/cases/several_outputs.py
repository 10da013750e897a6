# arguments: x=1.5, y=0.7
def f(x, y):
    a = x * y
    b = a + y
    return a, b, x - y


# output
"""Forward and backward passes of several_outputs.py: do not edit.

Made by `backprop generate`.
"""


def f_forward(x, y):
    """Forward pass of f: a, b, out and the cache (references, not copies)."""
    a = x * y
    b = a + y
    out = x - y
    cache = (x, y)
    return a, b, out, cache


def f_backward(da, db, dout, cache):
    """Backward pass of f: dx and dy, from da, db and dout."""
    x, y = cache
    # backprop out = x - y
    dx = dout
    dy = -dout
    # backprop b = a + y
    da = da + db
    dy += db
    # backprop a = x * y
    dx = dx + y * da
    dy += x * da
    return dx, dy
