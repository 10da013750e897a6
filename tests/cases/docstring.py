# arguments: x=1.5
def f(x: float):
    """Doubles.

    With a second paragraph, and a "quote" and a \\ backslash.
    """
    return 2 * x


# output
"""Forward and backward passes of docstring.py: do not edit.

Made by `backprop generate`.
"""


def f_forward(x: float):
    """Doubles.

    With a second paragraph, and a "quote" and a \\ backslash.

    Forward pass of f: out and the cache.
    """
    out = 2 * x
    cache = ()
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx, from dout."""
    # backprop out = 2 * x
    dx = 2 * dout
    return dx
