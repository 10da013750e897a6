# arguments: u=(6,), a=0.1
# arguments pairs: x=(4, 2), q=(4,)
# first order only: a history is no value of numba's
import numpy as np
from numba import njit


@njit
def pairs(x: "N 2", q: "N"):
    total = 0.0
    for i in range(x.shape[0]):
        for j in range(i + 1, x.shape[0]):
            d = x[i] - x[j]
            total += q[i] * q[j] / np.sum(d * d)
    return total


@njit
def stencil(u: "N", a: float):
    v = u.copy()
    for _ in range(3):
        for i in range(v.shape[0] - 2, 0, -1):
            v[i] = v[i] + a * (v[i - 1] - 2 * v[i] + v[i + 1])
    return np.sum(v * v)


# output
"""Forward and backward passes of compiled_array_written_in_a_loop.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np
from numba import njit
from numba.typed import List


@njit
def pairs_forward(x: "N 2", q: "N"):
    """Forward pass of pairs: total and the cache (references, not copies)."""
    total = 0.0
    steps = List()
    for i in range(x.shape[0]):
        steps1 = List()
        for j in range(i + 1, x.shape[0]):
            d = x[i] - x[j]
            num = q[i] * q[j]
            sum_d_times_d = np.sum(d * d)
            total_ratio = num / sum_d_times_d
            total += total_ratio
            steps1.append((d, sum_d_times_d, total_ratio))
        steps.append(steps1)
    cache = (x, q, steps)
    return total, cache


@njit
def pairs_backward(dtotal, cache):
    """Backward pass of pairs: dx (N, 2) and dq (N,), from dtotal."""
    x, q, steps = cache
    dq = np.zeros(q.shape)
    dx = np.zeros(x.shape)
    for i in range(x.shape[0] - 1, -1, -1):
        steps1 = steps[i]
        for j, (d, sum_d_times_d, total_ratio) in zip(
            range(x.shape[0] - 1, i, -1), steps1[::-1]
        ):
            # backprop total_ratio = num / sum_d_times_d
            dnum = dtotal / sum_d_times_d
            dsum_d_times_d = -total_ratio * dnum
            # backprop sum_d_times_d = np.sum(d * d)
            dd = (2 * d) * dsum_d_times_d
            # backprop num = q[i] * q[j]
            dq[i] += q[j] * dnum
            dq[j] += q[i] * dnum
            # backprop d = x[i] - x[j]
            dx[i] += dd
            dx[j] -= dd
    return dx, dq


@njit
def stencil_forward(u: "N", a: float):
    """Forward pass of stencil: out and the cache (references, not copies)."""
    v = u.copy()
    steps = List()
    for _ in range(3):
        steps1 = List()
        for i in range(v.shape[0] - 2, 0, -1):
            v_sum = v[i - 1] - 2 * v[i] + v[i + 1]
            v[i] = v[i] + a * v_sum
            steps1.append(v_sum)
        steps.append((v, steps1))
    out = np.sum(v * v)
    cache = (a, steps, v)
    return out, cache


@njit
def stencil_backward(dout, cache):
    """Backward pass of stencil: du (N,) and da, from dout."""
    a, steps, v = cache
    # backprop out = np.sum(v * v)
    dv = (2 * v) * dout
    da = 0.0
    for v, steps1 in steps[::-1]:
        for i, v_sum in zip(range(1, v.shape[0] - 1), steps1[::-1]):
            # backprop v[i] = v[i] + a * v_sum
            da += v_sum * dv[i]
            dv_sum = a * dv[i]
            # backprop v_sum = v[i - 1] - 2 * v[i] + v[i + 1]
            dv[i - 1] += dv_sum
            dv[i] -= 2 * dv_sum
            dv[i + 1] += dv_sum
    # backprop v = u.copy()
    du = dv
    return du, da
