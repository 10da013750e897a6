# arguments: x=(3,), A=(4, 3), a=0.7
import numpy as np


def f(x: "D", A: "N D", a: float):
    s = 0.0
    for k, (c, r) in enumerate(zip(x, A), 1):
        s += c * a ** k * np.sum(r) / k
    return s


# output
"""Forward and backward passes of enumerate_of_a_zip_from_one.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "D", A: "N D", a: float):
    """Forward pass of f: s and the cache (references, not copies)."""
    s = 0.0
    steps = []
    for i, (c, r) in enumerate(zip(x, A)):
        k = i + 1
        a_pow_k = a**k
        s_product = c * a_pow_k
        sum_r = np.sum(r)
        num = s_product * sum_r
        s += num / k
        steps.append((k, a_pow_k, s_product, sum_r))
    cache = (x, A, a, steps)
    return s, cache


def f_backward(ds, cache):
    """Backward pass of f: dx (D,), dA (N, D) and da, from ds."""
    x, A, a, steps = cache
    da = 0.0
    dA = np.zeros_like(A, dtype=np.result_type(A, 1.0))
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(min(len(x), len(A)))):
        k, a_pow_k, s_product, sum_r = steps[i]
        c = x[i]
        r = A[i]
        # backprop s += num / k
        dnum = ds / k
        # backprop num = s_product * sum_r
        ds_product = sum_r * dnum
        dsum_r = s_product * dnum
        # backprop sum_r = np.sum(r)
        dr = np.ones_like(r) * dsum_r
        # backprop s_product = c * a_pow_k
        dc = a_pow_k * ds_product
        da_pow_k = c * ds_product
        # backprop a_pow_k = a**k
        da += (k * a ** (k - 1) if k else 0.0) * da_pow_k
        dA[i] = dr
        dx[i] = dc
    return dx, dA, da
