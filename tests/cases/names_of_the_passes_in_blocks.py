# arguments in_a_loop: x=(3,), n=2
# arguments lists_of_turns: x=(3,), n=2
# arguments in_a_branch: cache=1.5, dout=0.7
# arguments without_annotations: x=1.2, n=2
# names matter: the passes have names of their own
import numpy as np


def in_a_loop(x: "N", n: int):
    cache = x
    dx = 0.5
    for i in range(n):
        cache = cache * dx + x
        dx = dx * x[i]
    return cache * dx


def lists_of_turns(x: "N", n: int):
    steps = x
    steps_before = 0.3
    for i in range(n):
        steps = steps * x * steps_before
        steps_before = steps_before + 1
    return steps


def in_a_branch(cache: float, dout: float):
    if cache > 1:
        cache = cache * dout
    return np.exp(cache)


def without_annotations(x, n):
    out = x
    dout = 0.5
    for i in range(n):
        dout = dout * out
        out = out * dout
    return out * dout


# output
"""Forward and backward passes of names_of_the_passes_in_blocks.py: do not edit.

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


def in_a_loop_forward(x: "N", n: int):
    """Forward pass of in_a_loop: out (N,) and the cache (references, not copies)."""
    cache = x
    dx = 0.5
    steps = []
    for i in range(n):
        steps.append((cache, dx))
        cache = cache * dx + x
        dx = dx * x[i]
    out = cache * dx
    cache1 = (x, n, steps, cache, dx)
    return out, cache1


def in_a_loop_backward(dout, cache1):
    """Backward pass of in_a_loop: d_x (N,), from dout (N,)."""
    x, n, steps, cache, dx = cache1
    # backprop out = cache * dx
    dcache = dx * dout
    ddx = cache @ dout
    d_x = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(n)):
        cache, dx = steps[i]
        # backprop dx = dx * x[i]
        d_x[i] += dx * ddx
        ddx = x[i] * ddx
        # backprop cache = cache * dx + x
        ddx += cache @ dcache
        d_x += dcache
        dcache = dx * dcache
    # backprop cache = x
    d_x += dcache
    return d_x


def lists_of_turns_forward(x: "N", n: int):
    """Forward pass of lists_of_turns.

    Gives steps (N,) and the cache (references, not copies).
    """
    steps = x
    steps_before = 0.3
    steps1 = []
    for i in range(n):
        steps1.append((steps, steps_before))
        steps_times_x = steps * x
        steps = steps_times_x * steps_before
        steps_before = steps_before + 1
    cache = (x, steps1)
    return steps, cache


def lists_of_turns_backward(dsteps, cache):
    """Backward pass of lists_of_turns: dx (N,), from dsteps (N,)."""
    x, steps1 = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for steps, steps_before in reversed(steps1):
        # backprop steps = steps_times_x * steps_before
        dsteps_times_x = steps_before * dsteps
        # backprop steps_times_x = steps * x
        dsteps = x * dsteps_times_x
        dx += steps * dsteps_times_x
    # backprop steps = x
    dx += dsteps
    return dx


def in_a_branch_forward(cache: float, dout: float):
    """Forward pass of in_a_branch: out1 and the cache (references, not copies)."""
    cache_before = cache
    if cache > 1:
        cache = cache * dout
    out1 = np.exp(cache)
    cache1 = (cache_before, dout, out1)
    return out1, cache1


def in_a_branch_backward(dout1, cache1):
    """Backward pass of in_a_branch: dcache and ddout, from dout1."""
    cache_before, dout, out1 = cache1
    # backprop out1 = np.exp(cache)
    dcache = out1 * dout1
    ddout = 0.0
    if cache_before > 1:
        # backprop cache = cache * dout
        ddout = cache_before * dcache
        dcache = dout * dcache
    return dcache, ddout


def without_annotations_forward(x, n):
    """Forward pass of without_annotations.

    Gives out1 and the cache (references, not copies).
    """
    out = x
    dout = 0.5
    steps = []
    for i in range(n):
        dout_before = dout
        out_before1 = out
        dout = dout * out
        out = out * dout
        steps.append((dout_before, out_before1, dout))
    out1 = out * dout
    cache = (steps, dout, out)
    return out1, cache


def without_annotations_backward(dout1, cache):
    """Backward pass of without_annotations: dx, from dout1."""
    steps, dout, out = cache
    # backprop out1 = out * dout
    d_out = unbroadcast(dout * dout1, out)
    ddout = unbroadcast(out * dout1, dout)
    for dout_before, out_before1, dout in reversed(steps):
        # backprop out = out * dout
        ddout += out_before1 * d_out
        d_out = unbroadcast(dout * d_out, out_before1)
        # backprop dout = dout * out
        d_out += unbroadcast(dout_before * ddout, out_before1)
        ddout = unbroadcast(out_before1 * ddout, dout_before)
    # backprop out = x
    dx = d_out
    return dx
