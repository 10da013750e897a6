# arguments: q=(3, 2), k=(3, 2), n=3
import numpy as np


def f(q: "T K", k: "T K", n: int):
    masked = np.where(np.tri(len(q)) > 0, q @ k.T, -1e2)
    seen = np.where(np.tri(n, k=-1, dtype=bool), np.exp(masked), 2.5e-1)
    lower = np.tri(len(q), n, 1) * seen
    return np.sum(lower * np.tri(n, dtype=float)) + masked[-1, 0] * -1_000


# output
"""Forward and backward passes of mask_by_a_triangle.py: do not edit.

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


def f_forward(q: "T K", k: "T K", n: int):
    """Forward pass of f: out and the cache (references, not copies)."""
    tri_len_q_gt_0 = np.tri(len(q)) > 0
    q_at_k_T = q @ k.T
    masked = np.where(tri_len_q_gt_0, q_at_k_T, -1e2)
    tri_n = np.tri(n, k=-1, dtype=bool)
    exp_masked = np.exp(masked)
    seen = np.where(tri_n, exp_masked, 2.5e-1)
    tri_len_q = np.tri(len(q), n, 1)
    lower = tri_len_q * seen
    out_tri_n = np.tri(n, dtype=float)
    out = np.sum(lower * out_tri_n) + masked[-1, 0] * -1_000
    cache = (
        q,
        k,
        tri_len_q_gt_0,
        masked,
        tri_n,
        exp_masked,
        tri_len_q,
        lower,
        out_tri_n,
    )
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dq (T, K) and dk (T, K), from dout."""
    q, k, tri_len_q_gt_0, masked, tri_n, exp_masked, tri_len_q, lower, out_tri_n = cache
    # backprop out = np.sum(lower * out_tri_n) + masked[-1, 0] * -1_000
    dlower = np.ones_like(lower) * (out_tri_n * dout)
    dmasked = np.zeros_like(masked, dtype=np.result_type(masked, 1.0))
    dmasked[-1, 0] = -1_000 * dout
    # backprop lower = tri_len_q * seen
    dseen = tri_len_q * dlower
    # backprop seen = np.where(tri_n, exp_masked, 2.5e-1)
    dexp_masked = unbroadcast(np.where(tri_n, dseen, 0), masked)
    # backprop exp_masked = np.exp(masked)
    dmasked += exp_masked * dexp_masked
    # backprop masked = np.where(tri_len_q_gt_0, q_at_k_T, -1e2)
    dq_at_k_T = np.where(tri_len_q_gt_0, dmasked, 0)
    # backprop q_at_k_T = q @ k.T
    dq = dq_at_k_T @ k
    dk = dq_at_k_T.T @ q
    return dq, dk
