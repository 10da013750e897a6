# arguments: A=np.array([[0.3, 0.4, 0.2], [0.1, 0.7, 0.8], [0.5, 0.9, 0.6]]), b=np.array([0.9, 0.2, 0.5])
import numpy as np


def solve(A: "N N", b: "N"):
    U = A.copy()
    y = b.copy()
    n = len(b)
    for k in range(n - 1):
        p = k + np.argmax(np.abs(U[k:, k]))
        U[[k, p], k:] = U[[p, k], k:]  # p may be k
        y[[k, p]] = y[[p, k]]
        for r in range(k + 1, n):
            f = U[r, k] / U[k, k]
            U[r, k:] -= f * U[k, k:]
            y[r] -= f * y[k]
    for k in reversed(range(n)):
        y[k] = (y[k] - U[k, k + 1 :] @ y[k + 1 :]) / U[k, k]
    return y


# output
"""Forward and backward passes of rows_swapped_by_lists.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def solve_forward(A: "N N", b: "N"):
    """Forward pass of solve: y (N,) and the cache (references, not copies)."""
    U = A.copy()
    y = b.copy()
    n = len(b)
    steps = []
    for k in range(n - 1):
        p = k + np.argmax(np.abs(U[k:, k]))
        U[[k, p], k:] = U[[p, k], k:]  # p may be k
        y[[k, p]] = y[[p, k]]
        steps1 = []
        for r in range(k + 1, n):
            U_k_k = U[k, k]
            f = U[r, k] / U_k_k
            U_k_part = U[k, k:].copy()
            U[r, k:] -= f * U_k_part
            y_k1 = y[k]
            y[r] -= f * y_k1
            steps1.append((U_k_k, f, U_k_part, y_k1))
        steps.append((p, steps1))
    steps2 = []
    for k in reversed(range(n)):
        y_part = y[k + 1 :].copy()
        U_k_part_at_y_part = U[k, k + 1 :] @ y_part
        num = y[k] - U_k_part_at_y_part
        y_ratio = num / U[k, k]
        y[k] = y_ratio
        steps2.append((y_part, y_ratio))
    cache = (n, steps, U, steps2)
    return y, cache


def solve_backward(dy: "N", cache):
    """Backward pass of solve: dA (N, N) and db (N,), from dy (N,)."""
    n, steps, U, steps2 = cache
    dU = np.zeros_like(U, dtype=np.result_type(U, 1.0))
    dy = 1.0 * dy
    for k, (y_part, y_ratio) in zip(range(n), reversed(steps2)):
        # backprop y_ratio = num / U[k, k]
        dnum = dy[k] / U[k, k]
        dU[k, k] += (-y_ratio / U[k, k]) * dy[k]
        # backprop num = y[k] - U_k_part_at_y_part
        dy[k] = dnum
        dU_k_part_at_y_part = -dnum
        # backprop U_k_part_at_y_part = U[k, k + 1:] @ y_part
        dU[k, k + 1 :] += y_part * dU_k_part_at_y_part
        dy_part = U[k, k + 1 :] * dU_k_part_at_y_part
        # backprop y_part = y[k + 1:].copy()
        dy[k + 1 :] += dy_part
    for k in reversed(range(n - 1)):
        p, steps1 = steps[k]
        for r, (U_k_k, f, U_k_part, y_k1) in zip(
            reversed(range(k + 1, n)), reversed(steps1)
        ):
            # backprop y[r] -= f * y_k1
            dy_r = -dy[r]
            df = y_k1 * dy_r
            dy_k1 = f * dy_r
            # backprop y_k1 = y[k]
            dy[k] += dy_k1
            # backprop U[r, k:] -= f * U_k_part
            dU_r_part = -dU[r, k:]
            df += U_k_part @ dU_r_part
            dU_k_part = f * dU_r_part
            # backprop U_k_part = U[k, k:].copy()
            dU[k, k:] += dU_k_part
            # backprop f = U[r, k] / U_k_k
            dU[r, k] += df / U_k_k
            dU_k_k = (-f / U_k_k) * df
            # backprop U_k_k = U[k, k]
            dU[k, k] += dU_k_k
        # backprop y[[k, p]] = y[[p, k]]
        dy[[k, p]] = dy[[p, k]]
        # backprop U[[k, p], k:] = U[[p, k], k:]
        dU[[k, p], k:] = dU[[p, k], k:]
    # backprop y = b.copy()
    db = dy
    # backprop U = A.copy()
    dA = dU
    return dA, db
