# arguments: x=1.5
def f(x: float):
    a = x * 1e-5 + 1_000
    b = a * 0x10 * x
    return b


# output
"""Forward and backward passes of numbers_as_they_were_written.py: do not edit.

Made by `backprop generate`.
"""


def f_forward(x: float):
    """Forward pass of f: b and the cache (references, not copies)."""
    a = x * 1e-5 + 1_000
    b = a * 0x10 * x
    cache = (x, a)
    return b, cache


def f_backward(db, cache):
    """Backward pass of f: dx, from db."""
    x, a = cache
    # backprop b = a * 0x10 * x
    da = 0x10 * x * db
    dx = a * 0x10 * db
    # backprop a = x * 1e-5 + 1_000
    dx += 1e-5 * da
    return dx
