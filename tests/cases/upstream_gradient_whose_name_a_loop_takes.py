# arguments: x=2.0, z=(2, 2), b=(2,), n=1
def f(x: float, z, b, n: int):
    s = z + b
    for i in range(n):
        y = x * 2.0
        s = s * y
    y = -z
    return s, y


# output
"""Forward and backward passes of upstream_gradient_whose_name_a_loop_takes.py, made by `backprop generate`: do not edit."""


def f_forward(x: float, z, b, n: int):
    """Forward pass of f: s, y and the cache (references, not copies)."""
    s = z + b
    steps = []
    for i in range(n):
        y = x * 2.0
        steps.append((s, y))
        s = s * y
    y = -z
    cache = (steps,)
    return s, y, cache


def f_backward(ds, dy, cache):
    """Backward pass of f: dx, dz and db, from ds and dy."""
    (steps,) = cache
    # backprop y = -z
    dz = -dy
    dx = 0.0
    for s, y in reversed(steps):
        # backprop s = s * y
        dy = s * ds
        ds = y * ds
        # backprop y = x * 2.0
        dx += 2.0 * dy
    # backprop s = z + b
    dz += ds
    db = ds
    return dx, dz, db
