# arguments: x=1.5, n=3
def f(x, n: int):
    return x**n


# output
"""Forward and backward passes of power_by_integer_argument.py: do not edit.

Made by `backprop generate`.
"""


def f_forward(x, n: int):
    """Forward pass of f: out and the cache (references, not copies)."""
    out = x**n
    cache = (x, n)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx, from dout."""
    x, n = cache
    # backprop out = x**n
    dx = (n * x ** (n - 1) if n else 0.0) * dout
    return dx
