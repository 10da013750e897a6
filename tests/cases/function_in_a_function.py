# arguments: W=(3, 3), xs=(4, 3), h0=(3,)
import numpy as np


def rnn(W: "H H", xs: "T H", h0: "H"):
    # One step in time.
    def step(h: "H", x: "H"):
        # what comes in, and what is kept
        total = W @ h + x
        return np.tanh(total)

    h = h0
    for x in xs:
        h = step(h, x)
    return np.sum(h * h)


# output
"""Forward and backward passes of function_in_a_function.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def step_forward(h: "H", x: "H", W: "H H"):
    """Forward pass of step: out (H,) and the cache (references, not copies)."""
    # what comes in, and what is kept
    total = W @ h + x
    out = np.tanh(total)
    cache = (h, W, out)
    return out, cache


def step_backward(dout, cache):
    """Backward pass of step: dh (H,), dx (H,) and dW (H, H), from dout (H,)."""
    h, W, out = cache
    # backprop out = np.tanh(total)
    dtotal = (1 - out**2) * dout
    # backprop total = W @ h + x
    dW = np.outer(dtotal, h)
    dh = W.T @ dtotal
    dx = dtotal
    return dh, dx, dW


def rnn_forward(W: "H H", xs: "T H", h0: "H"):
    """Forward pass of rnn: out and the cache (references, not copies)."""
    h = h0
    steps = []
    for x in xs:
        h, step_cache = step_forward(h, x, W)
        steps.append(step_cache)
    out = np.sum(h * h)
    cache = (W, xs, steps, h)
    return out, cache


def rnn_backward(dout, cache):
    """Backward pass of rnn: dW (H, H), dxs (T, H) and dh0 (H,), from dout."""
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
    # backprop h = h0
    dh0 = dh
    return dW, dxs, dh0
