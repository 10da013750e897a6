# arguments: x=1.5, n=3
def power(x: float, n: int):
    return x**n


def f(x: float, n: int):
    return power(2 * x, n) * n


# output
"""Forward and backward passes of call_with_integer_argument.py: do not edit.

Made by `backprop generate`.
"""


def power_forward(x: float, n: int):
    """Forward pass of power: out and the cache (references, not copies)."""
    out = x**n
    cache = (x, n)
    return out, cache


def power_backward(dout, cache):
    """Backward pass of power: dx, from dout."""
    x, n = cache
    # backprop out = x**n
    dx = (n * x ** (n - 1) if n else 0.0) * dout
    return dx


def f_forward(x: float, n: int):
    """Forward pass of f: out and the cache (references, not copies)."""
    out_product = 2 * x
    power_2_times_x, power_cache = power_forward(out_product, n)
    out = power_2_times_x * n
    cache = (n, power_cache)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx, from dout."""
    n, power_cache = cache
    # backprop out = power_2_times_x * n
    dpower_2_times_x = n * dout
    # backprop power_2_times_x = power(out_product, n)
    dout_product = power_backward(dpower_2_times_x, power_cache)
    # backprop out_product = 2 * x
    dx = 2 * dout_product
    return dx
