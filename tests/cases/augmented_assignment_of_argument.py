# arguments: x=1.5, y=0.7
def f(x: float, y: float):
    x *= y
    x += y
    return x


# output
"""Forward and backward passes of augmented_assignment_of_argument.py: do not edit.

Made by `backprop generate`.
"""


def f_forward(x: float, y: float):
    """Forward pass of f: x1 and the cache (references, not copies)."""
    x1 = x * y
    x1 += y
    cache = (x, y)
    return x1, cache


def f_backward(dx1, cache):
    """Backward pass of f: dx and dy, from dx1."""
    x, y = cache
    # backprop x1 += y
    dy = dx1
    # backprop x1 = x * y
    dy = dy + x * dx1
    dx = y * dx1
    return dx, dy
