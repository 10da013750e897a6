# arguments: x=(3,), w=(3,)
import numpy as np

SLOPE = 2.0
softplus = lambda z: np.log1p(np.exp(SLOPE * z)) / SLOPE
first = lambda pair: pair[0]


def f(x: "N", w: "N"):
    return np.sum(softplus(w * x) * softplus(x))


# output
"""Forward and backward passes of lambda_at_module_level.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np

SLOPE = 2.0


def softplus_forward(z):
    """Forward pass of softplus: out and the cache (references, not copies)."""
    log1p_exp = np.log1p(np.exp(SLOPE * z))
    out = log1p_exp / SLOPE
    cache = (log1p_exp,)
    return out, cache


def softplus_backward(dout, cache):
    """Backward pass of softplus: dz, from dout."""
    (log1p_exp,) = cache
    # backprop out = log1p_exp / SLOPE
    dlog1p_exp = dout / SLOPE
    # backprop log1p_exp = np.log1p(np.exp(SLOPE * z))
    dz = SLOPE * (-np.expm1(-log1p_exp)) * dlog1p_exp
    return dz


def f_forward(x: "N", w: "N"):
    """Forward pass of f: out and the cache (references, not copies)."""
    w_times_x = w * x
    softplus_w_times_x, softplus_cache = softplus_forward(w_times_x)
    softplus_x, softplus_x_cache = softplus_forward(x)
    out = np.sum(softplus_w_times_x * softplus_x)
    cache = (x, w, softplus_w_times_x, softplus_cache, softplus_x, softplus_x_cache)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dw (N,), from dout."""
    x, w, softplus_w_times_x, softplus_cache, softplus_x, softplus_x_cache = cache
    # backprop out = np.sum(softplus_w_times_x * softplus_x)
    dsoftplus_w_times_x = softplus_x * dout
    dsoftplus_x = softplus_w_times_x * dout
    # backprop softplus_x = softplus(x)
    dx = softplus_backward(dsoftplus_x, softplus_x_cache)
    # backprop softplus_w_times_x = softplus(w_times_x)
    dw_times_x = softplus_backward(dsoftplus_w_times_x, softplus_cache)
    # backprop w_times_x = w * x
    dw = x * dw_times_x
    dx += w * dw_times_x
    return dx, dw
