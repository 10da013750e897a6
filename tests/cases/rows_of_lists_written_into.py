# arguments scaled: M=[[0.3, 0.9], [0.5, 0.1]], k=0.7
# arguments gone_over: M=[[0.3, 0.9], [0.5, 0.1]], k=0.7
# arguments table: M=[[0.3, 0.9], [0.5, 0.1]], k=0.7
# arguments filled: M=[[0.3, 0.9], [0.5, 0.1]], k=0.7
# arguments joined: M=[[0.3, 0.9], [0.5, 0.1]], k=0.7
# arguments of_an_argument: M=[[0.3, 0.9], [0.5, 0.1]], k=0.7
# names matter: an item is called after its list
def scaled(M: list[list[float]], k: float):
    out = [r[:] for r in M]
    for i in range(2):
        row = out[i]
        for j in range(2):
            row[j] = row[j] * k + i
    return out[0][1] * out[1][0]


def gone_over(M: list[list[float]], k: float):
    out = [list(r) for r in M]
    for row in reversed(out):
        row[1] = row[0] * k
    first, second = out[0], out[1]
    for c in range(2):
        second[c] -= first[c] * k
    return out[1][1] * out[1][0]


def table(M: list[list[float]], k: float):
    best = [[9.0] * 3 for _ in range(3)]
    best[0][0] = 0.0
    for i in range(1, 3):
        above, row = best[i - 1], best[i]
        for j in range(1, 3):
            row[j] = M[i - 1][j - 1] + min(above[j], row[j - 1], k + above[j - 1])
    return best[2][2]


def filled(M: list[list[float]], k: float):
    out = [[float("inf")] * 2 for _ in range(2)]
    for i in range(2):
        row = out[i]
        for j in range(2):
            row[j] = M[i][j] * k
    return out[0][1] * out[1][0]


def joined(M: list[list[float]], k: float):
    A = [row + [k] for row in M]
    A[1][0] -= A[0][0] * A[1][2]
    return A[1][0] * A[0][1]


def of_an_argument(M: list[list[float]], k: float):
    row = M[0]
    row[0] = k * row[1]
    return row[0] * M[0][0]


# output
"""Forward and backward passes of rows_of_lists_written_into.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def copy_of(x):
    """A copy of a number, an array, or a nest of them."""
    if isinstance(x, dict):
        return {key: copy_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        items = [copy_of(item) for item in x]
        return items if isinstance(x, list) else tuple(items)
    return x.copy() if isinstance(x, np.ndarray) else x


def held_in(x):
    """The arrays, lists and dicts in a value, however deep."""
    if isinstance(x, np.ndarray):
        return [x]
    if not isinstance(x, (list, tuple, dict)):
        return []
    inside = [
        part
        for item in (x.values() if isinstance(x, dict) else x)
        for part in held_in(item)
    ]
    return inside if isinstance(x, tuple) else [x, *inside]


def overlap(*values):
    """Whether two arrays in these share memory, or two lists or dicts are one."""
    held = [part for x in values for part in held_in(x)]
    pairs = [(x, y) for k, x in enumerate(held) for y in held[:k]]
    arrays = [
        (x, y)
        for x, y in pairs
        if isinstance(x, np.ndarray) and isinstance(y, np.ndarray)
    ]
    return any(x is y for x, y in pairs) or any(
        np.shares_memory(x, y, max_work=100_000) for x, y in arrays
    )


def scaled_forward(M: list[list[float]], k: float):
    """Forward pass of scaled: out1 and the cache (references, not copies)."""
    out = []
    for r in M:
        out.append(r[:])
    steps = []
    for i in range(2):
        steps1 = []
        for j in range(2):
            out_i_j = out[i][j]
            out[i][j] = out_i_j * k + i
            steps1.append(out_i_j)
        steps.append(steps1)
    out1 = out[0][1] * out[1][0]
    cache = (M, k, steps, out)
    return out1, cache


def scaled_backward(dout1, cache):
    """Backward pass of scaled: dM and dk, from dout1."""
    M, k, steps, out = cache
    # backprop out1 = out[0][1] * out[1][0]
    dout = [([0.0] * len(row)) for row in out]
    dout[0][1] += out[1][0] * dout1
    dout[1][0] += out[0][1] * dout1
    dk = 0.0
    for i in reversed(range(2)):
        steps1 = steps[i]
        for j in reversed(range(2)):
            out_i_j = steps1[j]
            # backprop out[i][j] = out_i_j * k + i
            dout_i_j = k * dout[i][j]
            dk += out_i_j * dout[i][j]
            dout[i][j] = 0.0
            # backprop out_i_j = out[i][j]
            dout[i][j] += dout_i_j
    dM = [([0.0] * len(row)) for row in M]
    for i1 in reversed(range(len(M))):
        # backprop out.append(r[:])
        dr = list(dout.pop())
        dM[i1] = copy_of(dr)
    return dM, dk


def gone_over_forward(M: list[list[float]], k: float):
    """Forward pass of gone_over: out1 and the cache (references, not copies)."""
    out = []
    for r in M:
        items = []
        for item in r:
            items.append(item)
        out.append(items)
    out_before = copy_of(out)
    steps = []
    for i in reversed(range(len(out))):
        out_i_0 = out[i][0]
        out[i][1] = out_i_0 * k
        steps.append(out_i_0)
    for c in range(2):
        out[1][c] -= out[0][c] * k
    out1 = out[1][1] * out[1][0]
    cache = (M, k, out_before, steps, out)
    return out1, cache


def gone_over_backward(dout1, cache):
    """Backward pass of gone_over: dM and dk, from dout1."""
    M, k, out_before, steps, out = cache
    # backprop out1 = out[1][1] * out[1][0]
    dout = [([0.0] * len(row)) for row in out]
    dout[1][1] += out[1][0] * dout1
    dout[1][0] += out[1][1] * dout1
    dk = 0.0
    for c in reversed(range(2)):
        # backprop out[1][c] -= out[0][c] * k
        dout_1_c = -dout[1][c]
        dout[0][c] += k * dout_1_c
        dk += out[0][c] * dout_1_c
    for i, out_i_0 in zip(range(len(out_before)), reversed(steps)):
        # backprop out[i][1] = out_i_0 * k
        dout_i_0 = k * dout[i][1]
        dk += out_i_0 * dout[i][1]
        dout[i][1] = 0.0
        # backprop out_i_0 = out[i][0]
        dout[i][0] += dout_i_0
    dM = [([0.0] * len(row)) for row in M]
    for i1 in reversed(range(len(M))):
        r = M[i1]
        # backprop out.append(items)
        ditems = list(dout.pop())
        dr = [0.0] * len(r)
        for i2 in reversed(range(len(r))):
            # backprop items.append(item)
            ditem = ditems.pop()
            dr[i2] = ditem
        dM[i1] = dr
    return dM, dk


def table_forward(M: list[list[float]], k: float):
    """Forward pass of table: out and the cache (references, not copies)."""
    best = []
    for _ in range(3):
        best.append([9.0] * 3)
    best[0][0] = 0.0
    steps = []
    for i in range(1, 3):
        steps1 = []
        for j in range(1, 3):
            best_part_j = best[i - 1][j]
            best_i_part = best[i][j - 1]
            k_plus_best_part_part = k + best[i - 1][j - 1]
            best[i][j] = M[i - 1][j - 1] + min(
                best_part_j, best_i_part, k_plus_best_part_part
            )
            steps1.append((best_part_j, best_i_part, k_plus_best_part_part))
        steps.append(steps1)
    out = best[2][2]
    cache = (M, steps, best)
    return out, cache


def table_backward(dout, cache):
    """Backward pass of table: dM and dk, from dout."""
    M, steps, best = cache
    # backprop out = best[2][2]
    dbest = [([0.0] * len(row)) for row in best]
    dbest[2][2] += dout
    dM = [([0.0] * len(row)) for row in M]
    dk = 0.0
    for i, steps1 in zip(reversed(range(1, 3)), reversed(steps)):
        for j, (best_part_j, best_i_part, k_plus_best_part_part) in zip(
            reversed(range(1, 3)), reversed(steps1)
        ):
            # backprop best[i][j] = M[i - 1][j - 1]
            #     + min(best_part_j, best_i_part, k_plus_best_part_part)
            dM[i - 1][j - 1] += dbest[i][j]
            dbest_part_j = (
                best_i_part >= best_part_j <= k_plus_best_part_part
            ) * dbest[i][j]
            dbest_i_part = (best_part_j > best_i_part <= k_plus_best_part_part) * dbest[
                i
            ][j]
            dk_plus_best_part_part = (
                best_part_j > k_plus_best_part_part < best_i_part
            ) * dbest[i][j]
            dbest[i][j] = 0.0
            # backprop k_plus_best_part_part = k + best[i - 1][j - 1]
            dk += dk_plus_best_part_part
            dbest[i - 1][j - 1] += dk_plus_best_part_part
            # backprop best_i_part = best[i][j - 1]
            dbest[i][j - 1] += dbest_i_part
            # backprop best_part_j = best[i - 1][j]
            dbest[i - 1][j] += dbest_part_j
    return dM, dk


def filled_forward(M: list[list[float]], k: float):
    """Forward pass of filled: out1 and the cache (references, not copies)."""
    out = []
    for _ in range(2):
        out.append([float("inf")] * 2)
    for i in range(2):
        for j in range(2):
            out[i][j] = M[i][j] * k
    out1 = out[0][1] * out[1][0]
    cache = (M, k, out)
    return out1, cache


def filled_backward(dout1, cache):
    """Backward pass of filled: dM and dk, from dout1."""
    M, k, out = cache
    # backprop out1 = out[0][1] * out[1][0]
    dout = [([0.0] * len(row)) for row in out]
    dout[0][1] += out[1][0] * dout1
    dout[1][0] += out[0][1] * dout1
    dM = [([0.0] * len(row)) for row in M]
    dk = 0.0
    for i in reversed(range(2)):
        for j in reversed(range(2)):
            # backprop out[i][j] = M[i][j] * k
            dM[i][j] += k * dout[i][j]
            dk += M[i][j] * dout[i][j]
            dout[i][j] = 0.0
    return dM, dk


def joined_forward(M: list[list[float]], k: float):
    """Forward pass of joined: out and the cache (references, not copies)."""
    A = []
    for row in M:
        A.append(row + [k])
    A_1_2 = A[1][2]
    A[1][0] -= A[0][0] * A_1_2
    out = A[1][0] * A[0][1]
    cache = (M, A_1_2, A)
    return out, cache


def joined_backward(dout, cache):
    """Backward pass of joined: dM and dk, from dout."""
    M, A_1_2, A = cache
    # backprop out = A[1][0] * A[0][1]
    dA = [([0.0] * len(row)) for row in A]
    dA[1][0] += A[0][1] * dout
    dA[0][1] += A[1][0] * dout
    # backprop A[1][0] -= A[0][0] * A_1_2
    dA_1_0 = -dA[1][0]
    dA[0][0] += A_1_2 * dA_1_0
    dA_1_2 = A[0][0] * dA_1_0
    # backprop A_1_2 = A[1][2]
    dA[1][2] += dA_1_2
    dk = 0.0
    dM = [([0.0] * len(row)) for row in M]
    for i in reversed(range(len(M))):
        row = M[i]
        # backprop A.append(row + [k])
        dA_last = list(dA.pop())
        drow = dA_last[: len(row)]
        dk += dA_last[-1]
        dM[i] = copy_of(drow)
    return dM, dk


def of_an_argument_forward(M: list[list[float]], k: float):
    """Forward pass of of_an_argument: out and the cache (references, not copies)."""
    if overlap(M):
        raise ValueError("of_an_argument: values in M overlap")
    M_0_1 = M[0][1]
    M[0][0] = k * M_0_1
    out = M[0][0] * M[0][0]
    cache = (k, M_0_1, M)
    return out, cache


def of_an_argument_backward(dout, dM, cache):
    """Backward pass of of_an_argument: dM and dk, from dout and dM."""
    k, M_0_1, M = cache
    # backprop out = M[0][0] * M[0][0]
    dM = copy_of(dM)
    dM[0][0] += (2 * M[0][0]) * dout
    # backprop M[0][0] = k * M_0_1
    dk = M_0_1 * dM[0][0]
    dM_0_1 = k * dM[0][0]
    dM[0][0] = 0.0
    # backprop M_0_1 = M[0][1]
    dM[0][1] += dM_0_1
    return dM, dk
