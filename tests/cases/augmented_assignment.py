# arguments: x=1.5, y=0.7
def f(x, y):
    a = x * y
    a += x
    a -= y * y
    a *= x
    a /= 2
    a **= 2
    return a


# output
"""Forward and backward passes of augmented_assignment.py: do not edit.

Made by `backprop generate`.
"""


def f_forward(x, y):
    """Forward pass of f: a2 and the cache (references, not copies)."""
    a = x * y
    a += x
    a -= y * y
    a1 = a * x
    a1 /= 2
    a2 = a1**2
    cache = (x, y, a, a1)
    return a2, cache


def f_backward(da2, cache):
    """Backward pass of f: dx and dy, from da2."""
    x, y, a, a1 = cache
    # backprop a2 = a1**2
    da1 = (2 * a1) * da2
    # backprop a1 /= 2
    da1 = da1 / 2
    # backprop a1 = a * x
    dx = a * da1
    da = x * da1
    # backprop a -= y * y
    dy = -(2 * y) * da
    # backprop a += x
    dx += da
    # backprop a = x * y
    dx += y * da
    dy += x * da
    return dx, dy
