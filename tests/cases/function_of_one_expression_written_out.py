# arguments: a=(3, 4), b=(3, 4)
import numpy as np


def f(a: "N C", b: "N C"):
    def softmax(z):
        """Along the last axis."""
        return np.exp(z) / np.sum(np.exp(z), axis=1, keepdims=True)

    def distance(p, q):
        return np.sum((p - q) ** 2)

    return distance(softmax(a), softmax(b))


# output
"""Forward and backward passes of function_of_one_expression_written_out.py: do not
edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(a: "N C", b: "N C"):
    """Forward pass of f: out and the cache (references, not copies)."""
    softmax_a = np.exp(a) / np.sum(np.exp(a), axis=1, keepdims=True)
    softmax_b = np.exp(b) / np.sum(np.exp(b), axis=1, keepdims=True)
    out_diff = softmax_a - softmax_b
    out = np.sum(out_diff**2)
    cache = (softmax_a, softmax_b, out_diff)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: da (N, C) and db (N, C), from dout."""
    softmax_a, softmax_b, out_diff = cache
    # backprop out = np.sum(out_diff**2)
    dout_diff = (2 * out_diff) * dout
    # backprop out_diff = softmax_a - softmax_b
    dsoftmax_b = -dout_diff
    # backprop softmax_b = np.exp(b) / np.sum(np.exp(b), axis=1, keepdims=True)
    db = softmax_b * (
        dsoftmax_b - np.sum(softmax_b * dsoftmax_b, axis=1, keepdims=True)
    )
    # backprop softmax_a = np.exp(a) / np.sum(np.exp(a), axis=1, keepdims=True)
    da = softmax_a * (dout_diff - np.sum(softmax_a * dout_diff, axis=1, keepdims=True))
    return da, db
