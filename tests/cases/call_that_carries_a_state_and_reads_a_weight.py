# arguments: W=(3, 3), xs=(4, 3), h=(3,)
import numpy as np


def step(h: "H", x: "H", W: "H H"):
    return np.tanh(W @ h + x)


def f(W: "H H", xs: "T H", h: "H"):
    for x in xs:
        h = step(h, x, W)
    return np.sum(h * h)


# output
"""Forward and backward passes of call_that_carries_a_state_and_reads_a_weight.py: do
not edit.

Made by `backprop generate`.
"""

import numpy as np


def step_forward(h: "H", x: "H", W: "H H"):
    """Forward pass of step: out (H,) and the cache (references, not copies)."""
    tanh_in = W @ h + x
    out = np.tanh(tanh_in)
    cache = (h, W, out)
    return out, cache


def step_backward(dout, cache):
    """Backward pass of step: dh (H,), dx (H,) and dW (H, H), from dout (H,)."""
    h, W, out = cache
    # backprop out = np.tanh(tanh_in)
    dtanh_in = (1 - out**2) * dout
    # backprop tanh_in = W @ h + x
    dW = np.outer(dtanh_in, h)
    dh = W.T @ dtanh_in
    dx = dtanh_in
    return dh, dx, dW


def f_forward(W: "H H", xs: "T H", h: "H"):
    """Forward pass of f: out and the cache (references, not copies)."""
    steps = []
    for x in xs:
        h, step_cache = step_forward(h, x, W)
        steps.append(step_cache)
    out = np.sum(h * h)
    cache = (W, xs, steps, h)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dW (H, H), dxs (T, H) and dh (H,), from dout."""
    W, xs, steps, h = cache
    # backprop out = np.sum(h * h)
    dh = (2 * h) * dout
    dW = np.zeros_like(W, dtype=np.result_type(W, 1.0))
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    for i in reversed(range(len(xs))):
        step_cache = steps[i]
        # backprop h = step(h, x, W)
        dh, dx, dW_step = step_backward(dh, step_cache)
        dW += dW_step
        dxs[i] = dx
    return dW, dxs, dh
