# arguments: x=1.2, y=0.7
def swapped_with_what_is_made_of_it_in_a_loop(x, y):
    for i in range(2):
        y += y
    y += x
    for i in range(3):
        y, x = x, abs(y)
    return y * x


# output
"""Forward and backward passes of swapped_with_what_is_made_of_it_in_a_loop.py: do not
edit.

Made by `backprop generate`.
"""


def swapped_with_what_is_made_of_it_in_a_loop_forward(x, y):
    """Forward pass of swapped_with_what_is_made_of_it_in_a_loop.

    Gives out and the cache (references, not copies).
    """
    for i in range(2):
        y += y
    y += x
    y_before = []
    for i in range(3):
        y_before.append(y)
        y, x = x, abs(y)
    out = y * x
    cache = (y_before, y, x)
    return out, cache


def swapped_with_what_is_made_of_it_in_a_loop_backward(dout, cache):
    """Backward pass of swapped_with_what_is_made_of_it_in_a_loop.

    Gives dx and dy, from dout.
    """
    y_before, y, x = cache
    # backprop out = y * x
    dy = x * dout
    dx = y * dout
    for y in reversed(y_before):
        # backprop y, x = x, abs(y)
        dy_next = dy
        dy = (1.0 if y > 0 else -1.0 if y < 0 else 0.0) * dx
        dx = dy_next
    # backprop y += x
    dx += dy
    for _ in range(2):
        # backprop y += y
        dy += dy
    return dx, dy
