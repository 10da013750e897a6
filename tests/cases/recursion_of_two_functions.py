# arguments: x=0.7, n=5
# first order only: what the cache holds is another cache
import math


def even(x: float, n: int):
    if n == 0:
        return x
    return odd(x * x, n - 1)


def odd(x: float, n: int):
    if n == 0:
        return math.sin(x)
    return even(math.cos(x), n - 1) * x


def f(x: float, n: int):
    return even(x, n) + odd(x, n)


# output
"""Forward and backward passes of recursion_of_two_functions.py: do not edit.

Made by `backprop generate`.
"""

import math


def even_forward(x: float, n: int):
    """Forward pass of even: out and the cache (references, not copies)."""
    odd_cache = None
    if n == 0:
        out = x
    else:
        x_times_x = x * x
        out, odd_cache = odd_forward(x_times_x, n - 1)
    cache = (x, n, odd_cache)
    return out, cache


def even_backward(dout, cache):
    """Backward pass of even: dx, from dout."""
    x, n, odd_cache = cache
    if n == 0:
        # backprop out = x
        dx = dout
    else:
        # backprop out = odd(x_times_x, n - 1)
        dx_times_x = odd_backward(dout, odd_cache)
        # backprop x_times_x = x * x
        dx = (2 * x) * dx_times_x
    return dx


def odd_forward(x: float, n: int):
    """Forward pass of odd: out and the cache (references, not copies)."""
    even_cos_x = None
    even_cache = None
    if n == 0:
        out = math.sin(x)
    else:
        cos_x = math.cos(x)
        even_cos_x, even_cache = even_forward(cos_x, n - 1)
        out = even_cos_x * x
    cache = (x, n, even_cos_x, even_cache)
    return out, cache


def odd_backward(dout, cache):
    """Backward pass of odd: dx, from dout."""
    x, n, even_cos_x, even_cache = cache
    if n == 0:
        # backprop out = math.sin(x)
        dx = math.cos(x) * dout
    else:
        # backprop out = even_cos_x * x
        deven_cos_x = x * dout
        dx = even_cos_x * dout
        # backprop even_cos_x = even(cos_x, n - 1)
        dcos_x = even_backward(deven_cos_x, even_cache)
        # backprop cos_x = math.cos(x)
        dx -= math.sin(x) * dcos_x
    return dx


def f_forward(x: float, n: int):
    """Forward pass of f: out and the cache (references, not copies)."""
    even_x, even_cache = even_forward(x, n)
    odd_x, odd_cache = odd_forward(x, n)
    out = even_x + odd_x
    cache = (even_cache, odd_cache)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx, from dout."""
    even_cache, odd_cache = cache
    # backprop odd_x = odd(x, n)
    dx = odd_backward(dout, odd_cache)
    # backprop even_x = even(x, n)
    dx_even = even_backward(dout, even_cache)
    dx += dx_even
    return dx
