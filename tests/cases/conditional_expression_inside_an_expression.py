# arguments: x=1.5, y=0.7
def f(x: float, y: float):
    return (x if x > 0 else y) * (y if y > x else x) + y


# output
"""Forward and backward passes of conditional_expression_inside_an_expression.py: do not
edit.

Made by `backprop generate`.
"""


def f_forward(x: float, y: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    out_choice = x if x > 0 else y
    out_choice1 = y if y > x else x
    out = out_choice * out_choice1 + y
    cache = (x, y, out_choice, out_choice1)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx and dy, from dout."""
    x, y, out_choice, out_choice1 = cache
    # backprop out = out_choice * out_choice1 + y
    dout_choice = out_choice1 * dout
    dout_choice1 = out_choice * dout
    dy = dout
    # backprop out_choice1 = y if y > x else x
    dy = dy + (dout_choice1 if y > x else 0.0)
    dx = 0.0 if y > x else dout_choice1
    # backprop out_choice = x if x > 0 else y
    dx += dout_choice if x > 0 else 0.0
    dy += 0.0 if x > 0 else dout_choice
    return dx, dy
