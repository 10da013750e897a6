# arguments: x=1.5
# arguments second: x=1.5
def second(x: float):
    return x * 3


def f(x: float):
    return x * x


# output
"""Forward and backward passes of two_functions_in_order.py: do not edit.

Made by `backprop generate`.
"""


def second_forward(x: float):
    """Forward pass of second: out and the cache."""
    out = x * 3
    cache = ()
    return out, cache


def second_backward(dout, cache):
    """Backward pass of second: dx, from dout."""
    # backprop out = x * 3
    dx = 3 * dout
    return dx


def f_forward(x: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    out = x * x
    cache = (x,)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx, from dout."""
    (x,) = cache
    # backprop out = x * x
    dx = (2 * x) * dout
    return dx
