# arguments: x=1.5, y=0.7, z=-0.3
def f(x, y, z):
    size = abs(x * z)
    least = min(x, y)
    most = max(y, z)
    total = sum([size, least, most])
    return total * least


# output
"""Forward and backward passes of abs_min_max_sum_of_numbers.py: do not edit.

Made by `backprop generate`.
"""


def f_forward(x, y, z):
    """Forward pass of f: out and the cache (references, not copies)."""
    abs_in = x * z
    size = abs(abs_in)
    least = min(x, y)
    most = max(y, z)
    total = sum([size, least, most])
    out = total * least
    cache = (x, y, z, abs_in, least, total)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx, dy and dz, from dout."""
    x, y, z, abs_in, least, total = cache
    # backprop out = total * least
    dtotal = least * dout
    dleast = total * dout
    # backprop total = sum([size, least, most])
    dsize = dtotal
    dleast += dtotal
    dmost = dtotal
    # backprop most = max(y, z)
    dy = (y >= z) * dmost
    dz = (y < z) * dmost
    # backprop least = min(x, y)
    dx = (x <= y) * dleast
    dy += (x > y) * dleast
    # backprop size = abs(abs_in)
    dabs_in = (1.0 if abs_in > 0 else -1.0 if abs_in < 0 else 0.0) * dsize
    # backprop abs_in = x * z
    dx += z * dabs_in
    dz += x * dabs_in
    return dx, dy, dz
