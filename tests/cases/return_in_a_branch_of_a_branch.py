# arguments: x=1.4, y=1.6
def f(x: float, y: float):
    if x > 1:
        if y > 1 and x < 9:
            return x * y
    x = x * x
    if y > 2:
        if x > 3:
            return x
        y = y * x
    return x + y


# output
"""Forward and backward passes of return_in_a_branch_of_a_branch.py: do not edit.

Made by `backprop generate`.
"""


def f_forward(x: float, y: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    x1 = None
    out_test = x > 1 and y > 1 and x < 9
    if out_test:
        out = x * y
    else:
        x1 = x * x
        if y > 2:
            if x1 > 3:
                out = x1
            else:
                y1 = y * x1
                out = x1 + y1
        else:
            out = x1 + y
    cache = (x, y, out_test, x1)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx and dy, from dout."""
    x, y, out_test, x1 = cache
    if out_test:
        # backprop out = x * y
        dx = y * dout
        dy = x * dout
    else:
        if y > 2:
            if x1 > 3:
                # backprop out = x1
                dx1 = dout
                dy = 0.0
            else:
                # backprop out = x1 + y1
                dx1 = dout
                dy1 = dout
                # backprop y1 = y * x1
                dx1 = dx1 + y * dy1
                dy = x1 * dy1
        else:
            # backprop out = x1 + y
            dx1 = dout
            dy = dout
        # backprop x1 = x * x
        dx = (2 * x) * dx1
    return dx, dy
