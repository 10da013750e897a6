# arguments beside: A=(4, 3), w=(4,)
# arguments counted: A=(4, 3), w=(3,), i=1.5
# arguments two_at_once: A=(4, 3), C=(4, 3), w=(5,)
# arguments stopped: A=(4, 3), w=(4,)
# arguments from_the_end: A=(4, 3), w=(3,)
# arguments backwards: A=(4, 3)
# arguments own_entries: w=(4,)
# names matter: i is taken, by an argument
import numpy as np


def beside(A: "N D", w: "N"):
    B = A.copy()
    s = 0.0
    for row, s in zip(B, w):
        row *= s
        row[0] += s
        s = s * 2
        row += s
    return B * s


def counted(A: "N D", w: "M", i: float):
    B = A.copy()
    for k in range(2):
        for j, (s, row) in enumerate(zip(w, B), 1):  # s and row end together
            row *= s * j + k * i
    return B


def two_at_once(A: "N D", C: "N D", w: "M"):
    B = A.copy()
    D = C.copy()
    for b, s, d in zip(B, w, D):
        b *= s
        d += b * s
    return B * D


def stopped(A: "N D", w: "N"):
    B = A.copy()
    for i, (row, s) in enumerate(zip(B, w)):
        if i == 1:
            continue
        if row[0] > 100:
            break
        row *= s * i
    return B * i


def from_the_end(A: "N D", w: "M"):
    B = A.copy()
    for row, s in zip(reversed(B), reversed(w)):
        row *= s
    for row, s in zip(B, reversed(w)):
        row += s
    return B


def backwards(A: "N D"):
    B = A.copy()
    for row in reversed(B):
        if row[0] > 100:
            break
        row *= B[0]
    return B


def own_entries(w: "N"):
    u = w.copy()
    for i, s in zip(range(3), u):
        u[i] = s * u[i] * 2
        i = i + 1
    return u * i


# output
"""Forward and backward passes of rows_written_beside_numbers.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def beside_forward(A: "N D", w: "N"):
    """Forward pass of beside: out (N, D) and the cache (references, not copies)."""
    B = A.copy()
    s = 0.0
    steps = []
    for i, s in zip(range(len(B)), w):
        B_i = B[i].copy()
        B[i] = B_i * s
        B[i, 0] += s
        s = s * 2
        B[i] += s
        steps.append(B_i)
    out = B * s
    cache = (w, steps, s, B)
    return out, cache


def beside_backward(dout, cache):
    """Backward pass of beside: dA (N, D) and dw (N,), from dout (N, D)."""
    w, steps, s, B = cache
    # backprop out = B * s
    dB = s * dout
    ds = np.sum(B * dout)
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    for i in reversed(range(len(steps))):
        B_i = steps[i]
        s = w[i]
        # backprop B[i] += s
        ds += np.sum(dB[i])
        # backprop s = s * 2
        ds = 2 * ds
        # backprop B[i, 0] += s
        ds += dB[i, 0]
        # backprop B[i] = B_i * s
        dB_i = s * dB[i]
        ds += B_i @ dB[i]
        # backprop B_i = B[i].copy()
        dB[i] = dB_i
        dw[i] = ds
        ds = 0.0
    # backprop B = A.copy()
    dA = dB
    return dA, dw


def counted_forward(A: "N D", w: "M", i: float):
    """Forward pass of counted: B (N, D) and the cache (references, not copies)."""
    B = A.copy()
    steps = []
    for k in range(2):
        steps1 = []
        for i1, s in zip(range(len(B)), w):  # s and row end together
            j = i1 + 1
            B_i1 = B[i1].copy()
            B_sum = s * j + k * i
            B[i1] = B_i1 * B_sum
            steps1.append((j, B_i1, B_sum))
        steps.append(steps1)
    cache = (w, steps)
    return B, cache


def counted_backward(dB: "N D", cache):
    """Backward pass of counted: dA (N, D), dw (M,) and di, from dB (N, D)."""
    w, steps = cache
    di = 0.0
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    dB = 1.0 * dB
    for k in reversed(range(2)):
        steps1 = steps[k]
        for i1 in reversed(range(len(steps1))):
            j, B_i1, B_sum = steps1[i1]
            # backprop B[i1] = B_i1 * B_sum
            dB_i1 = B_sum * dB[i1]
            dB_sum = B_i1 @ dB[i1]
            # backprop B_sum = s * j + k * i
            ds = j * dB_sum
            di += k * dB_sum
            # backprop B_i1 = B[i1].copy()
            dB[i1] = dB_i1
            dw[i1] += ds
    # backprop B = A.copy()
    dA = dB
    return dA, dw, di


def two_at_once_forward(A: "N D", C: "N D", w: "M"):
    """Forward pass of two_at_once.

    Gives out (N, D) and the cache (references, not copies).
    """
    B = A.copy()
    D = C.copy()
    steps = []
    for i, s in zip(range(min(len(B), len(D))), w):
        B_i = B[i].copy()
        B[i] = B_i * s
        D[i] += B[i] * s
        steps.append(B_i)
    out = B * D
    cache = (w, steps, B, D)
    return out, cache


def two_at_once_backward(dout, cache):
    """Backward pass of two_at_once.

    Gives dA (N, D), dC (N, D) and dw (M,), from dout (N, D).
    """
    w, steps, B, D = cache
    # backprop out = B * D
    dB = D * dout
    dD = B * dout
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    for i in reversed(range(len(steps))):
        B_i = steps[i]
        s = w[i]
        # backprop D[i] += B[i] * s
        dB[i] += s * dD[i]
        ds = B[i] @ dD[i]
        # backprop B[i] = B_i * s
        dB_i = s * dB[i]
        ds += B_i @ dB[i]
        # backprop B_i = B[i].copy()
        dB[i] = dB_i
        dw[i] = ds
    # backprop D = C.copy()
    dC = dD
    # backprop B = A.copy()
    dA = dB
    return dA, dC, dw


def stopped_forward(A: "N D", w: "N"):
    """Forward pass of stopped: out (N, D) and the cache (references, not copies)."""
    B = A.copy()
    steps = []
    for i, s in zip(range(len(B)), w):
        stopped1 = False
        B_i_0_gt_100 = None
        B_i = None
        if i != 1:
            B_i_0_gt_100 = B[i, 0] > 100
            if B_i_0_gt_100:
                stopped1 = True
            else:
                B_i = B[i].copy()
                B[i] = B_i * (s * i)
        steps.append((B_i_0_gt_100, B_i))
        if stopped1:
            break
    out = B * i
    cache = (w, steps, i)
    return out, cache


def stopped_backward(dout, cache):
    """Backward pass of stopped: dA (N, D) and dw (N,), from dout (N, D)."""
    w, steps, i = cache
    # backprop out = B * i
    dB = i * dout
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    for i in reversed(range(len(steps))):
        B_i_0_gt_100, B_i = steps[i]
        s = w[i]
        ds = 0.0
        if i != 1:
            if not B_i_0_gt_100:
                # backprop B[i] = B_i * (s * i)
                dB_i = s * i * dB[i]
                ds = i * (B_i @ dB[i])
                # backprop B_i = B[i].copy()
                dB[i] = dB_i
        dw[i] = ds
    # backprop B = A.copy()
    dA = dB
    return dA, dw


def from_the_end_forward(A: "N D", w: "M"):
    """Forward pass of from_the_end: B (N, D) and the cache (references, not copies)."""
    B = A.copy()
    steps = []
    for i, s in zip(reversed(range(len(B))), reversed(w)):
        B_i = B[i].copy()
        B[i] = B_i * s
        steps.append((i, B_i))
    steps1 = 0
    for i1, s in zip(range(len(B)), reversed(w)):
        B[i1] += s
        steps1 += 1
    cache = (w, steps, steps1)
    return B, cache


def from_the_end_backward(dB: "N D", cache):
    """Backward pass of from_the_end: dA (N, D) and dw (M,), from dB (N, D)."""
    w, steps, steps1 = cache
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    for i1 in reversed(range(steps1)):
        # backprop B[i1] += s
        ds = np.sum(dB[i1])
        dw[-1 - i1] += ds
    dB = 1.0 * dB
    for i2 in reversed(range(len(steps))):
        i, B_i = steps[i2]
        s = w[-1 - i2]
        # backprop B[i] = B_i * s
        dB_i = s * dB[i]
        ds = B_i @ dB[i]
        # backprop B_i = B[i].copy()
        dB[i] = dB_i
        dw[-1 - i2] += ds
    # backprop B = A.copy()
    dA = dB
    return dA, dw


def backwards_forward(A: "N D"):
    """Forward pass of backwards: B (N, D) and the cache (references, not copies)."""
    B = A.copy()
    steps = []
    for i in reversed(range(len(B))):
        stopped1 = False
        B_i = None
        B_0 = None
        B_i_0_gt_100 = B[i, 0] > 100
        if B_i_0_gt_100:
            stopped1 = True
        else:
            B_i = B[i].copy()
            B_0 = B[0].copy()
            B[i] = B_i * B_0
        steps.append((i, B_i_0_gt_100, B_i, B_0))
        if stopped1:
            break
    cache = (steps,)
    return B, cache


def backwards_backward(dB: "N D", cache):
    """Backward pass of backwards: dA (N, D), from dB (N, D)."""
    (steps,) = cache
    dB = 1.0 * dB
    for i, B_i_0_gt_100, B_i, B_0 in reversed(steps):
        if not B_i_0_gt_100:
            # backprop B[i] = B_i * B_0
            dB_i = B_0 * dB[i]
            dB_0 = B_i * dB[i]
            dB[i] = 0.0
            # backprop B_0 = B[0].copy()
            dB[0] += dB_0
            # backprop B_i = B[i].copy()
            dB[i] += dB_i
    # backprop B = A.copy()
    dA = dB
    return dA


def own_entries_forward(w: "N"):
    """Forward pass of own_entries: out (N,) and the cache (references, not copies)."""
    u = w.copy()
    u_before = u.copy()
    steps = []
    for i, s in zip(range(3), u):
        u_i = u[i]
        s_times_u_i = s * u_i
        u[i] = s_times_u_i * 2
        i1 = i + 1
        steps.append(u_i)
    out = u * i1
    cache = (u_before, steps, i1)
    return out, cache


def own_entries_backward(dout, cache):
    """Backward pass of own_entries: dw (N,), from dout (N,)."""
    u_before, steps, i1 = cache
    # backprop out = u * i1
    du = i1 * dout
    for i in reversed(range(len(steps))):
        u_i = steps[i]
        s = u_before[i]
        # backprop u[i] = s_times_u_i * 2
        ds_times_u_i = 2 * du[i]
        # backprop s_times_u_i = s * u_i
        ds = u_i * ds_times_u_i
        du_i = s * ds_times_u_i
        # backprop u_i = u[i]
        du[i] = du_i
        du[i] += ds
    # backprop u = w.copy()
    dw = du
    return dw
