# arguments: A=(4, 3), B=(4, 3), x=(3,), first=True
# arguments as_statements: B=(3, 2), mode="last", x=(2,)
# arguments turn_by_turn: A=(4, 3), B=(4, 3), x=(3,)
# arguments unless: B=(3, 2), later=True, x=(2,)
import numpy as np


def as_statements(B: "N D", mode: str, x: "D"):
    B = B.copy()
    if mode == "first":
        row = B[0]
    elif mode == "last":
        row = B[-1]
    else:
        raise ValueError(mode)
    row *= x  # in B
    B[0] += row
    return np.sum(B**2)


def turn_by_turn(A: "N D", B: "N D", x: "D"):
    A = A.copy()
    for i in range(len(B)):
        row = A[i] if B[i, 0] > 1 else B[i]
        row *= x
    return np.sum(A**2) + np.sum(B**3)


def unless(B: "N D", later: bool, x: "D"):
    C = 2 * B
    row = C[0]
    if later:
        row = C[1]
    row += x
    row[0] *= 3
    return np.sum(C**2)


def f(A: "N D", B: "N D", x: "D", first: bool):
    A = A.copy()
    B = B.copy()
    whole = A if first else B
    row = whole[1] if x[0] > 9 else 2 * x
    row *= x
    whole[2] = row
    return np.sum(A**2) + np.sum(row * B)


# output
"""Forward and backward passes of part_chosen_by_a_condition_written_into.py: do not
edit.

Made by `backprop generate`.
"""

import numpy as np


def as_statements_forward(B: "N D", mode: str, x: "D"):
    """Forward pass of as_statements: out and the cache (references, not copies)."""
    B = B.copy()
    B_B_0 = None
    B_part = None
    B_test = mode == "first"
    if B_test:
        B_B_0 = B[0].copy()
        B[0] = B_B_0 * x  # in B
        B[0] += B[0]
    else:
        if mode != "last":
            raise ValueError(mode)
        B_part = B[-1].copy()
        B[-1] = B_part * x
        B[0] += B[-1]
    out = np.sum(B**2)
    cache = (x, B_test, B_B_0, B_part, B)
    return out, cache


def as_statements_backward(dout, cache):
    """Backward pass of as_statements: dB (N, D) and dx (D,), from dout."""
    x, B_test, B_B_0, B_part, B = cache
    # backprop out = np.sum(B**2)
    dB = (2 * B) * dout
    if B_test:
        # backprop B[0] += B[0]
        dB_01 = dB[0]
        dB[0] += dB_01
        # backprop B[0] = B_B_0 * x
        dB_B_0 = x * dB[0]
        dx = B_B_0 * dB[0]
        # backprop B_B_0 = B[0].copy()
        dB[0] = dB_B_0
    else:
        # backprop B[0] += B[-1]
        dB_0 = dB[0]
        dB[-1] += dB_0
        # backprop B[-1] = B_part * x
        dB_part = x * dB[-1]
        dx = B_part * dB[-1]
        # backprop B_part = B[-1].copy()
        dB[-1] = dB_part
    return dB, dx


def turn_by_turn_forward(A: "N D", B: "N D", x: "D"):
    """Forward pass of turn_by_turn: out and the cache (references, not copies)."""
    if np.shares_memory(B, A, max_work=100_000):
        raise ValueError("turn_by_turn: B and A overlap")
    if np.shares_memory(B, x, max_work=100_000):
        raise ValueError("turn_by_turn: B and x overlap")
    A = A.copy()
    steps = []
    for i in range(len(B)):
        A_i = None
        B_i = None
        B_i_0_gt_1 = B[i, 0] > 1
        if B_i_0_gt_1:
            A_i = A[i].copy()
            A[i] = A_i * x
        else:
            B_i = B[i].copy()
            B[i] = B_i * x
        steps.append((B_i_0_gt_1, A_i, B_i))
    out = np.sum(A**2) + np.sum(B**3)
    cache = (B, x, steps, A)
    return out, cache


def turn_by_turn_backward(dout, dB: "N D", cache):
    """Backward pass of turn_by_turn.

    Gives dA (N, D), dB (N, D) and dx (D,), from dout and dB (N, D).
    """
    B, x, steps, A = cache
    # backprop out = np.sum(A**2) + np.sum(B**3)
    dA = (2 * A) * dout
    dB = dB + (3 * B**2) * dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(B))):
        B_i_0_gt_1, A_i, B_i = steps[i]
        if B_i_0_gt_1:
            # backprop A[i] = A_i * x
            dA_i = x * dA[i]
            dx += A_i * dA[i]
            # backprop A_i = A[i].copy()
            dA[i] = dA_i
        else:
            # backprop B[i] = B_i * x
            dB_i = x * dB[i]
            dx += B_i * dB[i]
            # backprop B_i = B[i].copy()
            dB[i] = dB_i
    return dA, dB, dx


def unless_forward(B: "N D", later: bool, x: "D"):
    """Forward pass of unless: out and the cache (references, not copies)."""
    C = 2 * B
    if later:
        C[1] += x
        C[1, 0] *= 3
    else:
        C[0] += x
        C[0, 0] *= 3
    out = np.sum(C**2)
    cache = (later, C)
    return out, cache


def unless_backward(dout, cache):
    """Backward pass of unless: dB (N, D) and dx (D,), from dout."""
    later, C = cache
    # backprop out = np.sum(C**2)
    dC = (2 * C) * dout
    if later:
        # backprop C[1, 0] *= 3
        dC[1, 0] *= 3
        # backprop C[1] += x
        dx = 1 * dC[1]
    else:
        # backprop C[0, 0] *= 3
        dC[0, 0] *= 3
        # backprop C[0] += x
        dx = dC[0]
    # backprop C = 2 * B
    dB = 2 * dC
    return dB, dx


def f_forward(A: "N D", B: "N D", x: "D", first: bool):
    """Forward pass of f: out and the cache (references, not copies)."""
    A = A.copy()
    B = B.copy()
    A1 = A
    row = None
    row1 = None
    A2 = A
    B1 = B
    row2 = None
    row3 = None
    B2 = B
    if first:
        if x[0] > 9:
            A1 = A.copy()
            A1[1] *= x
            A1[2] = A1[1]
            out = np.sum(A1**2) + np.sum(A1[1] * B)
        else:
            row = 2 * x
            row1 = row * x
            A2 = A.copy()
            A2[2] = row1
            out = np.sum(A2**2) + np.sum(row1 * B)
    else:
        if x[0] > 9:
            B1 = B.copy()
            B1[1] *= x
            B1[2] = B1[1]
            out = np.sum(A**2) + np.sum(B1[1] * B1)
        else:
            row2 = 2 * x
            row3 = row2 * x
            B2 = B.copy()
            B2[2] = row3
            out = np.sum(A**2) + np.sum(row3 * B2)
    cache = (x, first, A, B, A1, row, row1, A2, B1, row2, row3, B2)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dA (N, D), dB (N, D) and dx (D,), from dout."""
    x, first, A, B, A1, row, row1, A2, B1, row2, row3, B2 = cache
    if first:
        if x[0] > 9:
            # backprop out = np.sum(A1**2) + np.sum(A1[1] * B)
            dA2 = (2 * A1) * dout
            dA2[1] += np.sum(B * dout, axis=0)
            dB2 = np.ones_like(B2) * (A1[1] * dout)
            # backprop A1[2] = A1[1]
            dA2[1] += dA2[2]
            dA2[2] = 0.0
            # backprop A1 = A.copy(); A1[1] *= x
            dx = A[1] * dA2[1]
            dA2[1] *= x
        else:
            # backprop out = np.sum(A2**2) + np.sum(row1 * B)
            dA2 = (2 * A2) * dout
            drow1 = np.sum(B * dout, axis=0)
            dB2 = np.ones_like(B2) * (row1 * dout)
            # backprop A2 = A.copy(); A2[2] = row1
            drow1 += dA2[2]
            dA2[2] = 0.0
            # backprop row1 = row * x
            dx = row * drow1
            drow = x * drow1
            # backprop row = 2 * x
            dx += 2 * drow
    elif x[0] > 9:
        # backprop out = np.sum(A**2) + np.sum(B1[1] * B1)
        dA2 = (2 * A) * dout
        dB2 = np.zeros_like(B2, dtype=np.result_type(B2, 1.0))
        dB2[1] = np.sum(B1 * dout, axis=0)
        dB2 += B1[1] * dout
        # backprop B1[2] = B1[1]
        dB2[1] += dB2[2]
        dB2[2] = 0.0
        # backprop B1 = B.copy(); B1[1] *= x
        dx = B[1] * dB2[1]
        dB2[1] *= x
    else:
        # backprop out = np.sum(A**2) + np.sum(row3 * B2)
        dA2 = (2 * A) * dout
        drow3 = np.sum(B2 * dout, axis=0)
        dB2 = np.ones_like(B2) * (row3 * dout)
        # backprop B2 = B.copy(); B2[2] = row3
        drow3 += dB2[2]
        dB2[2] = 0.0
        # backprop row3 = row2 * x
        dx = row2 * drow3
        drow2 = x * drow3
        # backprop row2 = 2 * x
        dx += 2 * drow2
    # backprop B = B.copy()
    dB = dB2
    # backprop A = A.copy()
    dA = dA2
    return dA, dB, dx
