# arguments: x=1.5, y=0.7
def f(x: float, y: float):
    return (x if x > 0 else y) * (y if y > x else x) + y


# output
"""Forward and backward passes of conditional_expression_inside_an_expression.py, made by `backprop generate`: do not edit."""


def f_forward(x: float, y: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    out_choice = x if x > 0 else y
    out_out_choice = y if y > x else x
    out = out_choice * out_out_choice + y
    cache = (x, y, out_choice, out_out_choice)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx and dy, from dout."""
    x, y, out_choice, out_out_choice = cache
    # backprop out = out_choice * out_out_choice + y
    dout_choice = out_out_choice * dout
    dout_out_choice = out_choice * dout
    dy = dout
    # backprop out_out_choice = y if y > x else x
    dy = dy + (dout_out_choice if y > x else 0.0)
    dx = 0.0 if y > x else dout_out_choice
    # backprop out_choice = x if x > 0 else y
    dx += dout_choice if x > 0 else 0.0
    dy += 0.0 if x > 0 else dout_choice
    return dx, dy
