# arguments: x=1.5
def f(x: float):
    assert x > 0, "positive"
    y = x * x
    print()
    return y


# output
"""Forward and backward passes of print_and_assert.py: do not edit.

Made by `backprop generate`.
"""


def f_forward(x: float):
    """Forward pass of f: y and the cache (references, not copies)."""
    assert x > 0, "positive"
    y = x * x
    print()
    cache = (x,)
    return y, cache


def f_backward(dy, cache):
    """Backward pass of f: dx, from dy."""
    (x,) = cache
    # backprop y = x * x
    dx = (2 * x) * dy
    return dx
