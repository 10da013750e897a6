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
    return np.moveaxis(
        np.reshape(rows, np.shape(np.moveaxis(x, axes, ends))), ends, axes
    )


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


def f_forward(scores: "N C", y: "N int"):
    """Forward pass of f: out and the cache (references, not copies)."""
    max_scores = np.max(scores, axis=1, keepdims=True)
    shifted = scores - max_scores
    logsum = np.log(np.sum(np.exp(shifted), axis=1))
    N = scores.shape[0]
    mean_in = logsum - shifted[np.arange(N), y]
    out = np.mean(mean_in)
    cache = (scores, y, shifted, logsum, N, mean_in)
    return out, cache


def f_backward(cache):
    """Backward pass of f: dscores (N, C), of the final output."""
    scores, y, shifted, logsum, N, mean_in = cache
    # backprop out = np.mean(mean_in)
    dmean_in = np.ones_like(mean_in) * (1.0 / logsum.shape[0])
    # backprop mean_in = logsum - shifted[np.arange(N), y]
    dlogsum = dmean_in
    dshifted = np.zeros_like(shifted, dtype=np.result_type(shifted, 1.0))
    dshifted[np.arange(N), y] = -dmean_in
    # backprop logsum = np.log(np.sum(np.exp(shifted), axis=1))
    dshifted += np.exp(shifted - np.expand_dims(logsum, 1)) * np.expand_dims(dlogsum, 1)
    # backprop shifted = scores - max_scores
    dscores = dshifted
    dmax_scores = np.sum(-dshifted, axis=1, keepdims=True)
    # backprop max_scores = np.max(scores, axis=1, keepdims=True)
    dscores += is_first_max(scores, 1) * dmax_scores
    return dscores
