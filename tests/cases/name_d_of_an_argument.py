# arguments: x=1.5, dx=0.7
# names matter: some begin with a d
def f(x, dx):
    return x * dx


# output
"""Forward and backward passes of name_d_of_an_argument.py: do not edit.

Made by `backprop generate`.
"""


def f_forward(x, dx):
    """Forward pass of f: out and the cache (references, not copies)."""
    out = x * dx
    cache = (x, dx)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: d_x and ddx, from dout."""
    x, dx = cache
    # backprop out = x * dx
    d_x = dx * dout
    ddx = x * dout
    return d_x, ddx
