# arguments: x=1.5, y=0.7
def scaled(a: float, b: float = 2.0, *, c: float = 0.5):
    return a * b + c * a


def f(x: float, y: float):
    p = scaled(b=y, a=x)
    q = scaled(x, c=y)
    return p * q


# output
"""Forward and backward passes of call_with_keywords_and_defaults.py: do not edit.

Made by `backprop generate`.
"""


def scaled_forward(a: float, b: float = 2.0, *, c: float = 0.5):
    """Forward pass of scaled: out and the cache (references, not copies)."""
    out = a * b + c * a
    cache = (a, b, c)
    return out, cache


def scaled_backward(dout, cache):
    """Backward pass of scaled: da, db and dc, from dout."""
    a, b, c = cache
    # backprop out = a * b + c * a
    da = b * dout
    db = a * dout
    dc = a * dout
    da += c * dout
    return da, db, dc


def f_forward(x: float, y: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    p, scaled_cache = scaled_forward(b=y, a=x)
    q, q_cache = scaled_forward(x, c=y)
    out = p * q
    cache = (p, scaled_cache, q, q_cache)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx and dy, from dout."""
    p, scaled_cache, q, q_cache = cache
    # backprop out = p * q
    dp = q * dout
    dq = p * dout
    # backprop q = scaled(x, c=y)
    dx, _, dy = scaled_backward(dq, q_cache)
    # backprop p = scaled(b=y, a=x)
    dx_scaled, dy_scaled, _ = scaled_backward(dp, scaled_cache)
    dx += dx_scaled
    dy += dy_scaled
    return dx, dy
