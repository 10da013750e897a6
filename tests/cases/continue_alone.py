# arguments: x=1.2
def idle(x: float):
    for k in range(3):
        continue
    return x * x


# output
"""Forward and backward passes of continue_alone.py: do not edit.

Made by `backprop generate`.
"""


def idle_forward(x: float):
    """Forward pass of idle: out and the cache (references, not copies)."""
    for k in range(3):
        continue
    out = x * x
    cache = (x,)
    return out, cache


def idle_backward(dout, cache):
    """Backward pass of idle: dx, from dout."""
    (x,) = cache
    # backprop out = x * x
    dx = (2 * x) * dout
    return dx
