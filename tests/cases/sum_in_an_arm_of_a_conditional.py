# arguments: w=(3,), x=0.8
# arguments f: w=(3,), x=1.2
import numpy as np


def f(w: "N", x: float):
    u = w @ w if x > 1.0 else sum(abs(r) for r in w)
    return u * x


def inside(w: "N", x: float):
    return x * (sum(r * r for r in w) if x < 1.0 else np.sum(w))


# output
"""Forward and backward passes of sum_in_an_arm_of_a_conditional.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(w: "N", x: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    if x > 1.0:
        u = w @ w
    else:
        u = 0
        for r in w:
            u += abs(r)
    out = u * x
    cache = (w, x, u)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dw (N,) and dx, from dout."""
    w, x, u = cache
    # backprop out = u * x
    du = x * dout
    dx = u * dout
    if x > 1.0:
        # backprop u = w @ w
        dw = w * du
        dw += w * du
    else:
        dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
        for i in reversed(range(len(w))):
            r = w[i]
            # backprop u += abs(r)
            dr = (1.0 if r > 0 else -1.0 if r < 0 else 0.0) * du
            dw[i] = dr
    return dw, dx


def inside_forward(w: "N", x: float):
    """Forward pass of inside: out and the cache (references, not copies)."""
    if x < 1.0:
        chosen = 0
        for r in w:
            chosen += r * r
    else:
        chosen = np.sum(w)
    out = x * chosen
    cache = (w, x, chosen)
    return out, cache


def inside_backward(dout, cache):
    """Backward pass of inside: dw (N,) and dx, from dout."""
    w, x, chosen = cache
    # backprop out = x * chosen
    dx = chosen * dout
    dchosen = x * dout
    if x < 1.0:
        dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
        for i in reversed(range(len(w))):
            r = w[i]
            # backprop chosen += r * r
            dr = (2 * r) * dchosen
            dw[i] = dr
    else:
        # backprop chosen = np.sum(w)
        dw = np.ones_like(w) * dchosen
    return dw, dx
