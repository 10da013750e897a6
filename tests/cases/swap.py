# arguments: x=1.5, y=0.7
def f(x, y):
    x, y = y, x
    return x**2 * y


# output
"""Forward and backward passes of swap.py, made by `backprop generate`: do not edit."""


def f_forward(x, y):
    """Forward pass of f: out and the cache (references, not copies)."""
    x1, y1 = y, x
    x_sqr = x1**2
    out = x_sqr * y1
    cache = (x1, y1, x_sqr)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx and dy, from dout."""
    x1, y1, x_sqr = cache
    # backprop out = x_sqr * y1
    dx_sqr = y1 * dout
    dy1 = x_sqr * dout
    # backprop x_sqr = x1**2
    dx1 = (2 * x1) * dx_sqr
    # backprop x1, y1 = y, x
    dx = dy1
    dy = dx1
    return dx, dy
