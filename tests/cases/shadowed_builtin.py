# arguments: sum=1.5, x=0.7
# names matter: one is a builtin's
def f(sum, x):
    max = sum * x
    return max**2


# output
"""Forward and backward passes of shadowed_builtin.py: do not edit.

Made by `backprop generate`.
"""


def f_forward(sum, x):
    """Forward pass of f: out and the cache (references, not copies)."""
    max = sum * x
    out = max**2
    cache = (sum, x, max)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dsum and dx, from dout."""
    sum, x, max = cache
    # backprop out = max**2
    dmax = (2 * max) * dout
    # backprop max = sum * x
    dsum = x * dmax
    dx = sum * dmax
    return dsum, dx
