# arguments f: x=1.5, y=0.7
# arguments g: x=-0.5
def f(x: float, y: float):
    return x * y if x > y else y**2


def g(x: float):
    leaky = x if x > 0 else 0.1 * x
    return leaky * x


# output
"""Forward and backward passes of conditional_expression.py: do not edit.

Made by `backprop generate`.
"""


def f_forward(x: float, y: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    out = x * y if x > y else y**2
    cache = (x, y)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx and dy, from dout."""
    x, y = cache
    # backprop out = x * y if x > y else y**2
    dx = y * dout if x > y else 0.0
    dy = x * dout if x > y else (2 * y) * dout
    return dx, dy


def g_forward(x: float):
    """Forward pass of g: out and the cache (references, not copies)."""
    leaky = x if x > 0 else 0.1 * x
    out = leaky * x
    cache = (x, leaky)
    return out, cache


def g_backward(dout, cache):
    """Backward pass of g: dx, from dout."""
    x, leaky = cache
    # backprop out = leaky * x
    dleaky = x * dout
    dx = leaky * dout
    # backprop leaky = x if x > 0 else 0.1 * x
    dx += dleaky if x > 0 else 0.1 * dleaky
    return dx
