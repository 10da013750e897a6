# arguments: w=[0.5, -1.5, 2.0]
def f(w: list):
    a = w[0] * w[1]
    b = a * w[0]
    return b


# output
"""Forward and backward passes of list_argument_indexed_twice.py: do not edit.

Made by `backprop generate`.
"""


def f_forward(w: list):
    """Forward pass of f: b and the cache (references, not copies)."""
    a = w[0] * w[1]
    b = a * w[0]
    cache = (w, a)
    return b, cache


def f_backward(db, cache):
    """Backward pass of f: dw, from db."""
    w, a = cache
    # backprop b = a * w[0]
    da = w[0] * db
    dw = [0.0] * len(w)
    dw[0] = a * db
    # backprop a = w[0] * w[1]
    dw[0] += w[1] * da
    dw[1] += w[0] * da
    return dw
