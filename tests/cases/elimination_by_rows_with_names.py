# arguments: S=(4, 4), n=2
import numpy as np


def f(S: "N N", n: int):
    U = S + 5.0 * np.eye(4)
    for k in range(4):
        p = U[k]
        for i in range(k + 1, 4):
            r = U[i]
            f = r[k] / p[k]
            r -= f * p
    return np.sum(U ** 2)


# output
"""Forward and backward passes of elimination_by_rows_with_names.py: do not edit.

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


def f_forward(S: "N N", n: int):
    """Forward pass of f: out and the cache (references, not copies)."""
    U = S + 5.0 * np.eye(4)
    steps = []
    for k in range(4):
        steps1 = []
        for i in range(k + 1, 4):
            U_k_k = U[k, k]
            f = U[i, k] / U_k_k
            U_k = U[k].copy()
            U[i] -= f * U_k
            steps1.append((U_k_k, f, U_k))
        steps.append(steps1)
    out = np.sum(U**2)
    cache = (S, steps, U)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dS (N, N), from dout."""
    S, steps, U = cache
    # backprop out = np.sum(U**2)
    dU = (2 * U) * dout
    for k in reversed(range(4)):
        steps1 = steps[k]
        for i, (U_k_k, f, U_k) in zip(reversed(range(k + 1, 4)), reversed(steps1)):
            # backprop U[i] -= f * U_k
            dU_i = -dU[i]
            df = U_k @ dU_i
            dU_k = f * dU_i
            # backprop U_k = U[k].copy()
            dU[k] += dU_k
            # backprop f = U[i, k] / U_k_k
            dU[i, k] += df / U_k_k
            dU_k_k = (-f / U_k_k) * df
            # backprop U_k_k = U[k, k]
            dU[k, k] += dU_k_k
    # backprop U = S + 5.0 * np.eye(4)
    dS = unbroadcast(dU, S)
    return dS
