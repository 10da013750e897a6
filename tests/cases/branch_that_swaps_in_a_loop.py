# arguments: v=0.7, h=1.2
import numpy as np


def swapped(v, h):
    if v > 3:
        h *= h
    else:
        for t in range(3):
            v, h = h, v * h
    return v * np.sin(h)


# output
"""Forward and backward passes of branch_that_swaps_in_a_loop.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def unbroadcast(g, x):
    """Gives g the shape of x: summed where x was broadcast, spread if g is smaller.

    Returns g itself if it has that shape already, else a value with memory of its own.
    """
    shape = np.shape(x)
    if np.shape(g) == shape:
        return g
    extra = np.ndim(g) - len(shape)
    if extra > 0:
        g = np.sum(g, axis=tuple(range(extra)))
    ones = tuple(i for i in range(-np.ndim(g), 0) if shape[i] == 1)
    if ones:
        g = np.sum(g, axis=ones, keepdims=True)
    return g if np.shape(g) == shape else np.array(np.broadcast_to(g, shape))


def swapped_forward(v, h):
    """Forward pass of swapped: out and the cache (references, not copies)."""
    if not np.isscalar(h):
        raise TypeError("swapped: h is an array, and is taken for a number")
    h_before = h
    steps = None
    v_gt_3 = v > 3
    if v_gt_3:
        h = h * h
    else:
        steps = []
        for t in range(3):
            steps.append((v, h))
            v, h = h, v * h
    sin_h = np.sin(h)
    out = v * sin_h
    cache = (h_before, v_gt_3, steps, v, h, sin_h)
    return out, cache


def swapped_backward(dout, cache):
    """Backward pass of swapped: dv and dh, from dout."""
    h_before, v_gt_3, steps, v, h, sin_h = cache
    # backprop out = v * sin_h
    dv = unbroadcast(sin_h * dout, v)
    dsin_h = unbroadcast(v * dout, sin_h)
    # backprop sin_h = np.sin(h)
    dh = np.cos(h) * dsin_h
    if v_gt_3:
        # backprop h = h * h
        dh = (2 * h_before) * dh
    else:
        for v, h in reversed(steps):
            # backprop v, h = h, v * h
            dv_next = dv
            dv = unbroadcast(h * dh, v)
            dh = unbroadcast(v * dh, h)
            dh += dv_next
    return dv, dh
