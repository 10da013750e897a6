# arguments: w=[0.5, -1.5, 2.0], x=[1.5, 0.5]
def f(w: "3", x: "2"):
    return w[0] * x[0] + w[1] * x[1] + w[2]


# output
"""Forward and backward passes of sum_of_products.py: do not edit.

Made by `backprop generate`.
"""


def f_forward(w: "3", x: "2"):
    """Forward pass of f: out and the cache (references, not copies)."""
    out = w[0] * x[0] + w[1] * x[1] + w[2]
    cache = (w, x)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dw and dx, from dout."""
    w, x = cache
    # backprop out = w[0] * x[0] + w[1] * x[1] + w[2]
    dw = [x[0] * dout, x[1] * dout, dout]
    dx = [w[0] * dout, w[1] * dout]
    return dw, dx
