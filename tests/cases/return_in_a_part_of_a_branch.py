# arguments: x=1.4, y=0.6
def f(x: float, y: float):
    z = x
    if x > 1:
        z = z * y
        if y > 0.3:
            if y > 5:
                return z
            z = z + 1
        else:
            return z * 3
        z = z * z  # the rest of the arm
    elif x > 0.5:
        if y < 0:
            return y
    z = z * y
    if z > 100:
        return x
    return z + y


# output
"""Forward and backward passes of return_in_a_part_of_a_branch.py: do not edit.

Made by `backprop generate`.
"""


def f_forward(x: float, y: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    z = x
    z_before = z
    returned = False
    z_before1 = None
    if x > 1:
        z = z * y
        if y > 0.3:
            if y > 5:
                found = z
                returned = True
            else:
                z = z + 1
                z_before1 = z
                z = z * z  # the rest of the arm
        else:
            found = z * 3
            returned = True
    elif x > 0.5:
        if y < 0:
            found = y
            returned = True
    z1 = None
    if returned:
        out = found
    else:
        z1 = z * y
        if z1 > 100:
            out = x
        else:
            out = z1 + y
    cache = (x, y, z_before, z_before1, z, returned, z1)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx and dy, from dout."""
    x, y, z_before, z_before1, z, returned, z1 = cache
    if returned:
        # backprop out = found
        dfound = dout
        dx = 0.0
        dy = 0.0
        dz = 0.0
    else:
        if z1 > 100:
            # backprop out = x
            dx = dout
            dy = 0.0
            dz1 = 0.0
        else:
            # backprop out = z1 + y
            dz1 = dout
            dy = dout
            dx = 0.0
        # backprop z1 = z * y
        dy = dy + z * dz1
        dz = y * dz1
        dfound = 0.0
    if x > 1:
        if y > 0.3:
            if y > 5:
                # backprop found = z
                dz += dfound
            else:
                # backprop z = z * z
                dz = (2 * z_before1) * dz
        else:
            # backprop found = z * 3
            dz += 3 * dfound
        # backprop z = z * y
        dy += z_before * dz
        dz = y * dz
    elif x > 0.5:
        if y < 0:
            # backprop found = y
            dy += dfound
    # backprop z = x
    dx = dx + dz
    return dx, dy
