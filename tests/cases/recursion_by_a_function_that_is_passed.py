# arguments g: x=0.7, n=3
# first order only: what the cache holds is another cache
import numpy as np


def fix(f, x, n: int):
    if n == 0:
        return x
    return fix(f, f(x), n - 1)


def g(x: float, n: int):
    return fix(np.sin, x, n)


# output
"""Forward and backward passes of recursion_by_a_function_that_is_passed.py: do not
edit.

Made by `backprop generate`.
"""

import numpy as np


def fix_sin_forward(x, n: int):
    """Forward pass of fix_sin: out and the cache (references, not copies)."""
    fix_sin_cache = None
    if n == 0:
        out = x
    else:
        sin_x = np.sin(x)
        out, fix_sin_cache = fix_sin_forward(sin_x, n - 1)
    cache = (x, n, fix_sin_cache)
    return out, cache


def fix_sin_backward(dout, cache):
    """Backward pass of fix_sin: dx, from dout."""
    x, n, fix_sin_cache = cache
    if n == 0:
        # backprop out = x
        dx = 1 * dout
    else:
        # backprop out = fix_sin(sin_x, n - 1)
        dsin_x = fix_sin_backward(dout, fix_sin_cache)
        # backprop sin_x = np.sin(x)
        dx = np.cos(x) * dsin_x
    return dx


def g_forward(x: float, n: int):
    """Forward pass of g: out and the cache (references, not copies)."""
    out, fix_sin_cache = fix_sin_forward(x, n)
    cache = (fix_sin_cache,)
    return out, cache


def g_backward(dout, cache):
    """Backward pass of g: dx, from dout."""
    (fix_sin_cache,) = cache
    # backprop out = fix_sin(x, n)
    dx = fix_sin_backward(dout, fix_sin_cache)
    return dx
