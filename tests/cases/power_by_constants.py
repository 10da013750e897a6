# arguments: x=1.5
def f(x):
    square = x**2
    cube = x**3
    inverse = x**-1
    root = x**0.5
    same = x**1
    one = x**0
    return square + cube * inverse + root * same + one


# output
"""Forward and backward passes of power_by_constants.py: do not edit.

Made by `backprop generate`.
"""


def f_forward(x):
    """Forward pass of f: out and the cache (references, not copies)."""
    square = x**2
    cube = x**3
    inverse = x**-1
    root = x**0.5
    same = x**1
    one = x**0
    out = square + cube * inverse + root * same + one
    cache = (x, cube, inverse, root, same)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx, from dout."""
    x, cube, inverse, root, same = cache
    # backprop out = square + cube * inverse + root * same + one
    dsquare = dout
    dcube = inverse * dout
    dinverse = cube * dout
    droot = same * dout
    dsame = root * dout
    # backprop same = x**1
    dx = dsame
    # backprop root = x**0.5
    dx += droot / (2 * root)
    # backprop inverse = x**-1
    dx += (-1 * x**-2) * dinverse
    # backprop cube = x**3
    dx += (3 * x**2) * dcube
    # backprop square = x**2
    dx += (2 * x) * dsquare
    return dx
