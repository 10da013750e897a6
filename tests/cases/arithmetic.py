# arguments: x=1.5, y=0.7, z=2.5
def f(x, y, z):
    a = x * y - z / x
    b = 3 * a + y / 2 - (x - 1) * (y - z)
    return b


# output
"""Forward and backward passes of arithmetic.py: do not edit.

Made by `backprop generate`.
"""


def f_forward(x, y, z):
    """Forward pass of f: b and the cache (references, not copies)."""
    z_over_x = z / x
    a = x * y - z_over_x
    y_minus_z = y - z
    b_product = (x - 1) * y_minus_z
    b = 3 * a + y / 2 - b_product
    cache = (x, y, z_over_x, y_minus_z)
    return b, cache


def f_backward(db, cache):
    """Backward pass of f: dx, dy and dz, from db."""
    x, y, z_over_x, y_minus_z = cache
    # backprop b = 3 * a + y / 2 - b_product
    da = 3 * db
    dy = db / 2
    db_product = -db
    # backprop b_product = (x - 1) * y_minus_z
    dx = y_minus_z * db_product
    dy_minus_z = (x - 1) * db_product
    # backprop y_minus_z = y - z
    dy += dy_minus_z
    dz = -dy_minus_z
    # backprop a = x * y - z_over_x
    dx += y * da
    dy += x * da
    dz_over_x = -da
    # backprop z_over_x = z / x
    dz += dz_over_x / x
    dx += (-z_over_x / x) * dz_over_x
    return dx, dy, dz
