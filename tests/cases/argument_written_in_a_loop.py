# arguments: A=(4,), B=(4,)
import numpy as np


def f(A: "N", B: "N"):
    for i in range(len(A)):
        A[i] = A[i] * B[i]
    return np.sum(B * A)


# output
"""Forward and backward passes of argument_written_in_a_loop.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(A: "N", B: "N"):
    """Forward pass of f: out and the cache (references, not copies)."""
    if np.shares_memory(A, B, max_work=100_000):
        raise ValueError("f: A and B overlap")
    steps = []
    for i in range(len(A)):
        A_i = A[i]
        A[i] = A_i * B[i]
        steps.append(A_i)
    out = np.sum(B * A)
    cache = (A, B, steps)
    return out, cache


def f_backward(dout, dA: "N", cache):
    """Backward pass of f: dA (N,) and dB (N,), from dout and dA (N,)."""
    A, B, steps = cache
    # backprop out = np.sum(B * A)
    dB = A * dout
    dA = dA + B * dout
    for i in reversed(range(len(A))):
        A_i = steps[i]
        # backprop A[i] = A_i * B[i]
        dA_i = B[i] * dA[i]
        dB[i] += A_i * dA[i]
        # backprop A_i = A[i]
        dA[i] = dA_i
    return dA, dB
