# arguments: scores=(4, 3), y=np.array([0, 2, 1, 1])
import numpy as np


# backprop: final
def f(scores: "N C", y: "N int"):
    shifted = scores - np.max(scores, axis=1, keepdims=True)
    logsum = np.log(np.sum(np.exp(shifted), axis=1))
    N = scores.shape[0]
    return np.mean(logsum - shifted[np.arange(N), y])


# output
"""Forward and backward passes of softmax_cross_entropy.py, made by `backprop generate`: do not edit."""

import numpy as np


def from_rows(rows, x, axis):
    """The inverse of rows_of: the shape of x again."""
    axes = np.arange(np.ndim(x)) if axis is None else np.atleast_1d(axis)
    ends = np.arange(-len(axes), 0)
    return np.moveaxis(np.reshape(rows, np.shape(np.moveaxis(x, axes, ends))), ends, axes)


def is_first_max(x, axis=None):
    """True where np.max(x, axis) has its value from, the first place on a tie; else False."""
    rows = rows_of(x, axis)
    first = np.arange(rows.shape[-1]) == np.argmax(rows, axis=-1)[..., None]
    return from_rows(first, x, axis)


def rows_of(x, axis):
    """x with the axes of a reduction (None is all) moved to the end and made one."""
    axes = np.arange(np.ndim(x)) if axis is None else np.atleast_1d(axis)
    moved = np.moveaxis(x, axes, np.arange(-len(axes), 0))
    size = np.prod(moved.shape[np.ndim(x) - len(axes) :], dtype=int)
    return np.reshape(moved, (*moved.shape[: np.ndim(x) - len(axes)], size))


def unbroadcast(g, x):
    """Gives g the shape of x: sums it where x was broadcast, spreads it where g is smaller.

    Returns g itself if it has that shape already, else a value with memory of its own.
    """
    shape = np.shape(x)
    if np.shape(g) == shape:
        return g
    extra = max(np.ndim(g) - len(shape), 0)
    g = np.sum(g, axis=tuple(range(extra)))
    ones = tuple(i for i in range(-np.ndim(g), 0) if shape[i] == 1)
    g = np.sum(g, axis=ones, keepdims=True)
    return g if np.shape(g) == shape else np.array(np.broadcast_to(g, shape))


def f_forward(scores: "N C", y: "N int"):
    """Forward pass of f: out and the cache (references, not copies)."""
    max_scores = np.max(scores, axis=1, keepdims=True)
    shifted = scores - max_scores
    logsum = np.log(np.sum(np.exp(shifted), axis=1))
    N = scores.shape[0]
    shifted_part = shifted[np.arange(N), y]
    out_diff = logsum - shifted_part
    out = np.mean(out_diff)
    cache = (scores, y, shifted, logsum, N, shifted_part, out_diff)
    return out, cache


def f_backward(cache):
    """Backward pass of f: dscores (N, C), of the final output."""
    scores, y, shifted, logsum, N, shifted_part, out_diff = cache
    # backprop out = np.mean(out_diff)
    dout_diff = np.ones_like(out_diff) * (1.0 / out_diff.size)
    # backprop out_diff = logsum - shifted_part
    dlogsum = unbroadcast(dout_diff, logsum)
    dshifted_part = unbroadcast(-dout_diff, shifted_part)
    # backprop shifted_part = shifted[np.arange(N), y]
    dshifted = np.zeros_like(shifted, dtype=np.result_type(shifted, 1.0))
    dshifted[np.arange(N), y] = dshifted_part
    # backprop logsum = np.log(np.sum(np.exp(shifted), axis=1))
    dshifted += np.exp(shifted - np.expand_dims(logsum, 1)) * np.expand_dims(dlogsum, 1)
    # backprop shifted = scores - max_scores
    dscores = dshifted
    dmax_scores = np.sum(-dshifted, axis=1, keepdims=True)
    # backprop max_scores = np.max(scores, axis=1, keepdims=True)
    dscores += is_first_max(scores, 1) * dmax_scores
    return dscores
