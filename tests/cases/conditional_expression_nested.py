# arguments: x=1.5
def f(x: float):
    y = 2 * x if x > 1 else x**2 if x > 0 else -x
    return y * y


# output
"""Forward and backward passes of conditional_expression_nested.py: do not edit.

Made by `backprop generate`.
"""


def f_forward(x: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    y = 2 * x if x > 1 else x**2 if x > 0 else -x
    out = y * y
    cache = (x, y)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx, from dout."""
    x, y = cache
    # backprop out = y * y
    dy = (2 * y) * dout
    # backprop y = 2 * x if x > 1 else x**2 if x > 0 else -x
    dx = 2 * dy if x > 1 else 0.0
    dx += 0.0 if x > 1 else (2 * x) * dy if x > 0 else 0.0
    dx += 0.0 if x > 1 else 0.0 if x > 0 else -dy
    return dx
