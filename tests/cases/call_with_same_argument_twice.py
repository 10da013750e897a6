# arguments: x=1.5
def product(a: float, b: float):
    return a * b


def f(x: float):
    y = product(x, x)
    return y


# output
"""Forward and backward passes of call_with_same_argument_twice.py: do not edit.

Made by `backprop generate`.
"""


def product_forward(a: float, b: float):
    """Forward pass of product: out and the cache (references, not copies)."""
    out = a * b
    cache = (a, b)
    return out, cache


def product_backward(dout, cache):
    """Backward pass of product: da and db, from dout."""
    a, b = cache
    # backprop out = a * b
    da = b * dout
    db = a * dout
    return da, db


def f_forward(x: float):
    """Forward pass of f: y and the cache (references, not copies)."""
    y, product_cache = product_forward(x, x)
    cache = (product_cache,)
    return y, cache


def f_backward(dy, cache):
    """Backward pass of f: dx, from dy."""
    (product_cache,) = cache
    # backprop y = product(x, x)
    dx, dx_product = product_backward(dy, product_cache)
    dx += dx_product
    return dx
