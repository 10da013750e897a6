# arguments entries: A=(4, 3), w=(4,)
# arguments all_of_it: A=(4, 3), C=(3, 4), c=0.7
# arguments columns: A=(4, 3), w=(3,)
# arguments named: A=(4, 3), n=3
# arguments exchanged: A=(4, 3)
# arguments in_an_arm: A=(4, 3), c=1.4
# arguments into_an_argument: A=(4, 3)
import numpy as np


def entries(A: "N D", w: "N"):
    B = 2 * A
    B.T[0] = w**2
    B.T[1, 2:] = A[2:, 1] ** 2
    B.T[:, 1] = A[0] ** 2
    B.T[-1][0] = w[1] ** 3
    B.T[2, 3] *= w[2]
    return B


def all_of_it(A: "N D", C: "D N", c: float):
    B = 2 * A
    B.T[1:] = C[1:] ** 2
    B.T[...] += C**2
    D = B.copy()
    D.T[:] = c
    return B * D


def columns(A: "N D", w: "D"):
    B = 2 * A
    for j, (col, s) in enumerate(zip(B.T, w)):
        col *= s
        for k in range(1, len(col)):
            col[k] += j * col[k - 1]
    for col in reversed(B.T):
        col -= B.T[0]  # the first is gone through last
    return B


def named(A: "N D", n: int):
    B = 2 * A
    C = B.T
    for j in range(n):
        col = C[j]
        col *= j
        col[1] = col[2] ** 2
        C[j, 3] *= 5
    return B


def exchanged(A: "N D"):
    B = 2 * A
    B.T[0], B.T[1] = B.T[1].copy(), B.T[0].copy()
    B.T[1], B.T[2] = B.T[2], B.T[1]  # two views: the one column twice
    return B * A


def in_an_arm(A: "N D", c: float):
    B = 2 * A
    if c > 1:
        B.T[0] *= c
    else:
        B.T[1:] = c
    return B


def into_an_argument(A: "N D"):
    A.T[0] = A.T[1] ** 2
    return A


# output
"""Forward and backward passes of columns_written_through_a_transpose.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def entries_forward(A: "N D", w: "N"):
    """Forward pass of entries: B1 (N, D) and the cache (references, not copies)."""
    B = 2 * A
    B[:, 0] = w**2
    B[2:, 1] = A[2:, 1] ** 2
    B[1] = A[0] ** 2
    B[:, -1][0] = w[1] ** 3
    B1 = B.copy()
    B1[3, 2] *= w[2]
    cache = (A, w, B)
    return B1, cache


def entries_backward(dB1: "N D", cache):
    """Backward pass of entries: dA (N, D) and dw (N,), from dB1 (N, D)."""
    A, w, B = cache
    # backprop B1 = B.copy(); B1[3, 2] *= w[2]
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    dw[2] = B[3, 2] * dB1[3, 2]
    dB1 = 1.0 * dB1
    dB1[3, 2] *= w[2]
    # backprop B[:, -1][0] = w[1] ** 3
    dw[1] += (3 * w[1] ** 2) * dB1[:, -1][0]
    dB1[:, -1][0] = 0.0
    # backprop B[1] = A[0] ** 2
    dA = np.zeros_like(A, dtype=np.result_type(A, 1.0))
    dA[0] = (2 * A[0]) * dB1[1]
    dB1[1] = 0.0
    # backprop B[2:, 1] = A[2:, 1] ** 2
    dA[2:, 1] += (2 * A[2:, 1]) * dB1[2:, 1]
    dB1[2:, 1] = 0.0
    # backprop B[:, 0] = w**2
    dw += (2 * w) * dB1[:, 0]
    dB1[:, 0] = 0.0
    # backprop B = 2 * A
    dA += 2 * dB1
    return dA, dw


def all_of_it_forward(A: "N D", C: "D N", c: float):
    """Forward pass of all_of_it: out (N, D) and the cache (references, not copies)."""
    B = 2 * A
    B[:, 1:] = (C[1:] ** 2).T
    B[...] += (C**2).T
    D = B.copy()
    D[:] = c
    out = B * D
    cache = (C, B, D)
    return out, cache


def all_of_it_backward(dout, cache):
    """Backward pass of all_of_it: dA (N, D), dC (D, N) and dc, from dout (N, D)."""
    C, B, D = cache
    # backprop out = B * D
    dB = D * dout
    dD = B * dout
    # backprop D[:] = c
    dc = np.sum(dD[:])
    dD[:] = 0.0
    # backprop D = B.copy()
    dB += dD
    # backprop B[...] += (C**2).T
    dC = (2 * C) * dB[...].T
    # backprop B[:, 1:] = (C[1:] ** 2).T
    dC[1:] += (2 * C[1:]) * dB[:, 1:].T
    dB[:, 1:] = 0.0
    # backprop B = 2 * A
    dA = 2 * dB
    return dA, dC, dc


def columns_forward(A: "N D", w: "D"):
    """Forward pass of columns: B (N, D) and the cache (references, not copies)."""
    B = 2 * A
    steps = []
    for j, s in zip(range(B.shape[1]), w):
        B_j1 = B[:, j].copy()
        B[:, j] = B_j1 * s
        len_B_j = len(B[:, j])
        for k in range(1, len_B_j):
            B[k, j] += j * B[k - 1, j]
        steps.append((B_j1, len_B_j))
    for i in reversed(range(B.shape[1])):
        B[:, i] -= B[:, 0]  # the first is gone through last
    cache = (w, steps, B)
    return B, cache


def columns_backward(dB: "N D", cache):
    """Backward pass of columns: dA (N, D) and dw (D,), from dB (N, D)."""
    w, steps, B = cache
    dB = 1.0 * dB
    for i in range(B.shape[1]):
        # backprop B[:, i] -= B[:, 0]
        dB_i = -dB[:, i]
        dB[:, 0] += dB_i
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    for j in reversed(range(len(steps))):
        B_j1, len_B_j = steps[j]
        s = w[j]
        for k in reversed(range(1, len_B_j)):
            # backprop B[k, j] += j * B[k - 1, j]
            dB[k - 1, j] += j * dB[k, j]
        # backprop B[:, j] = B_j1 * s
        dB_j1 = s * dB[:, j]
        ds = B_j1 @ dB[:, j]
        # backprop B_j1 = B[:, j].copy()
        dB[:, j] = dB_j1
        dw[j] = ds
    # backprop B = 2 * A
    dA = 2 * dB
    return dA, dw


def named_forward(A: "N D", n: int):
    """Forward pass of named: B (N, D) and the cache (references, not copies)."""
    B = 2 * A
    for j in range(n):
        B[:, j] *= j
        B[1, j] = B[2, j] ** 2
        B[3, j] *= 5
    cache = (n, B)
    return B, cache


def named_backward(dB: "N D", cache):
    """Backward pass of named: dA (N, D), from dB (N, D)."""
    n, B = cache
    dB = 1.0 * dB
    for j in reversed(range(n)):
        # backprop B[3, j] *= 5
        dB[3, j] *= 5
        # backprop B[1, j] = B[2, j] ** 2
        dB[2, j] += (2 * B[2, j]) * dB[1, j]
        dB[1, j] = 0.0
        # backprop B[:, j] *= j
        dB[:, j] *= j
    # backprop B = 2 * A
    dA = 2 * dB
    return dA


def exchanged_forward(A: "N D"):
    """Forward pass of exchanged: out (N, D) and the cache (references, not copies)."""
    B = 2 * A
    swapped = B[:, 1].copy()
    swapped1 = B[:, 0].copy()
    B[:, 0] = swapped
    B[:, 1] = swapped1
    swapped2 = B[:, 2]  # two views: the one column twice
    B[:, 1] = swapped2
    B[:, 2] = B[:, 1]
    out = B * A
    cache = (A, B)
    return out, cache


def exchanged_backward(dout, cache):
    """Backward pass of exchanged: dA (N, D), from dout (N, D)."""
    A, B = cache
    # backprop out = B * A
    dB = A * dout
    dA = B * dout
    # backprop B[:, 2] = B[:, 1]
    dB[:, 1] += dB[:, 2]
    dB[:, 2] = 0.0
    # backprop B[:, 1] = swapped2
    dswapped2 = 1 * dB[:, 1]
    dB[:, 1] = 0.0
    # backprop swapped2 = B[:, 2]
    dB[:, 2] += dswapped2
    # backprop B[:, 1] = swapped1
    dswapped1 = 1 * dB[:, 1]
    dB[:, 1] = 0.0
    # backprop B[:, 0] = swapped
    dswapped = 1 * dB[:, 0]
    # backprop swapped1 = B[:, 0].copy()
    dB[:, 0] = dswapped1
    # backprop swapped = B[:, 1].copy()
    dB[:, 1] += dswapped
    # backprop B = 2 * A
    dA += 2 * dB
    return dA


def in_an_arm_forward(A: "N D", c: float):
    """Forward pass of in_an_arm: B (N, D) and the cache (references, not copies)."""
    B = 2 * A
    B_B_0 = None
    if c > 1:
        B_B_0 = B[:, 0].copy()
        B[:, 0] = B_B_0 * c
    else:
        B[:, 1:] = c
    cache = (c, B_B_0)
    return B, cache


def in_an_arm_backward(dB: "N D", cache):
    """Backward pass of in_an_arm: dA (N, D) and dc, from dB (N, D)."""
    c, B_B_0 = cache
    if c > 1:
        # backprop B[:, 0] = B_B_0 * c
        dB_B_0 = c * dB[:, 0]
        dc = B_B_0 @ dB[:, 0]
        # backprop B_B_0 = B[:, 0].copy()
        dB = 1.0 * dB
        dB[:, 0] = dB_B_0
    else:
        # backprop B[:, 1:] = c
        dc = np.sum(dB[:, 1:])
        dB = 1.0 * dB
        dB[:, 1:] = 0.0
    # backprop B = 2 * A
    dA = 2 * dB
    return dA, dc


def into_an_argument_forward(A: "N D"):
    """Forward pass of into_an_argument.

    Gives A (N, D) and the cache (references, not copies).
    """
    A_1 = A[:, 1].copy()
    A[:, 0] = A_1**2
    cache = (A_1,)
    return A, cache


def into_an_argument_backward(dA: "N D", cache):
    """Backward pass of into_an_argument: dA (N, D), from dA (N, D)."""
    (A_1,) = cache
    # backprop A[:, 0] = A_1**2
    dA_1 = (2 * A_1) * dA[:, 0]
    dA = 1.0 * dA
    dA[:, 0] = 0.0
    # backprop A_1 = A[:, 1].copy()
    dA[:, 1] += dA_1
    return dA
