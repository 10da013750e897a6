# first order only items: the write is one into memory that steps may name too
# arguments row_scaled: A=(4, 3), a=1.3
# arguments in_a_loop: A=(4, 3), a=1.3, n=3
# arguments in_a_loop: A=(4, 3, 2), a=1.3, n=0
# arguments items: A=(4, 3), a=1.3
# arguments in_an_arm: A=(4, 3), a=1.3, flag=True
# arguments in_an_arm: A=(4, 3), a=1.3, flag=False
# arguments chosen: A=(4, 3), a=1.3, flag=True
# arguments chosen: A=(4, 3), a=1.3, flag=False
# arguments beside_another: A=(4, 3), a=1.3, n=3
# arguments read_behind: A=(4, 3), a=1.3
# arguments named_before: A=(4, 3), a=1.3
# arguments sized: A=(4, 3), a=1.3
# arguments of_an_argument: A=(4, 3), a=1.3
# arguments all_transposed: A=(4, 3), a=1.3
import numpy as np


# A number of this name would be computed for nobody.
def row_scaled(A: np.ndarray, a: float):
    B = A.copy()
    row = B[1]
    row *= a
    return B


def in_a_loop(A: np.ndarray, a: float, n: int):
    B = A.copy()
    for i in range(n):
        row = B[i]
        row -= a * B[i + 1]
    return B


def items(A: np.ndarray, a: float):
    B = A * a
    for row in B:
        row -= np.mean(row)
    return B


def in_an_arm(A: np.ndarray, a: float, flag: bool):
    B = A * a
    row = B[1]
    if flag:
        row[0] = a
    else:
        row -= a
    return B


def chosen(A: np.ndarray, a: float, flag: bool):
    B = A.copy()
    row = B[1] if flag else B[0]
    row *= a
    return B * A


def beside_another(A: np.ndarray, a: float, n: int):
    B = A.copy()
    for i in range(n):
        u = B[i]
        v = B[i + 1]
        v += u * a
        u *= a
    return B


# The second index says that it has rows.
def read_behind(A: np.ndarray, a: float):
    B = A.copy()
    row = B[1]
    row *= a
    return B * row * A[0, 0]


# What is summed, or has items, is no number.
def named_before(A: np.ndarray, a: float):
    B = A.copy()
    last = B[-1]
    s = np.mean(last)
    B[-1] = B[0] * last[1]
    return B * s * a + last


def sized(A: np.ndarray, a: float):
    n, m = A.shape
    B = A.copy()
    row = B[n - 1]
    row *= a / m
    return B * row


def of_an_argument(A: np.ndarray, a: float):
    row = A[0]
    row *= a
    return A


def all_transposed(A: np.ndarray, a: float):
    B = A @ A.T
    B.T[...] = B * a
    return B


# output
"""Forward and backward passes of rows_of_arrays_of_unknown_rank.py: do not edit.

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


def matmul_dx(dz, x, y):
    """The gradient on x of z = x @ y, whatever the ranks."""
    if np.ndim(y) == 1:
        dx = np.expand_dims(dz, -1) * y
    elif np.ndim(x) == 1:
        dx = (y @ np.expand_dims(dz, -1))[..., 0]
    else:
        dx = dz @ np.swapaxes(y, -1, -2)
    return unbroadcast(dx, x)


def matmul_dy(dz, x, y):
    """The gradient on y of z = x @ y, whatever the ranks."""
    if np.ndim(y) == 1:
        dy = np.expand_dims(dz, -1) * x
    elif np.ndim(x) == 1:
        dy = np.expand_dims(x, -1) * np.expand_dims(dz, -2)
    else:
        dy = np.swapaxes(x, -1, -2) @ dz
    return unbroadcast(dy, y)


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


def row_scaled_forward(A: np.ndarray, a: float):
    """Forward pass of row_scaled: B1 and the cache (references, not copies)."""
    B = A.copy()
    B1 = B.copy()
    B1[1, :] *= a
    cache = (a, B)
    return B1, cache


def row_scaled_backward(dB1, cache):
    """Backward pass of row_scaled: dA and da, from dB1."""
    a, B = cache
    # backprop B1 = B.copy(); B1[1, :] *= a
    da = np.sum(B[1, :] * dB1[1, :])
    dB1 = 1.0 * dB1
    dB1[1, :] *= a
    # backprop B = A.copy()
    dA = dB1
    return dA, da


def in_a_loop_forward(A: np.ndarray, a: float, n: int):
    """Forward pass of in_a_loop: B and the cache (references, not copies)."""
    B = A.copy()
    steps = []
    for i in range(n):
        B_part = copy_of(B[i + 1])
        a_times_B_part = a * B_part
        B[i, :] -= a_times_B_part
        steps.append((B_part, a_times_B_part))
    cache = (a, n, steps)
    return B, cache


def in_a_loop_backward(dB, cache):
    """Backward pass of in_a_loop: dA and da, from dB."""
    a, n, steps = cache
    da = 0.0
    dB = 1.0 * dB
    for i in reversed(range(n)):
        B_part, a_times_B_part = steps[i]
        # backprop B[i, :] -= a_times_B_part
        da_times_B_part = unbroadcast(-dB[i, :], a_times_B_part)
        # backprop a_times_B_part = a * B_part
        da += np.sum(B_part * da_times_B_part)
        dB_part = a * da_times_B_part
        # backprop B_part = copy_of(B[i + 1])
        dB[i + 1] += dB_part
    # backprop B = A.copy()
    dA = dB
    return dA, da


def items_forward(A: np.ndarray, a: float):
    """Forward pass of items: B and the cache (references, not copies)."""
    B = A * a
    steps = []
    for i in range(len(B)):
        B_i = B[i, :]
        mean_B_i = np.mean(B_i)
        B[i, :] -= mean_B_i
        steps.append(B_i)
    cache = (A, a, B, steps)
    return B, cache


def items_backward(dB, cache):
    """Backward pass of items: dA and da, from dB."""
    A, a, B, steps = cache
    dB = 1.0 * dB
    for i in reversed(range(len(B))):
        B_i = steps[i]
        # backprop B[i, :] -= mean_B_i
        dmean_B_i = np.sum(-dB[i, :])
        # backprop mean_B_i = np.mean(B_i)
        dB_i = np.ones_like(B_i) * (dmean_B_i / B_i.size)
        # backprop B_i = B[i, :]
        dB[i, :] += dB_i
    # backprop B = A * a
    dA = a * dB
    da = np.sum(A * dB)
    return dA, da


def in_an_arm_forward(A: np.ndarray, a: float, flag: bool):
    """Forward pass of in_an_arm: B and the cache (references, not copies)."""
    B = A * a
    if flag:
        B[1, 0] = a
    else:
        B[1, :] -= a
    cache = (A, a, flag)
    return B, cache


def in_an_arm_backward(dB, cache):
    """Backward pass of in_an_arm: dA and da, from dB."""
    A, a, flag = cache
    if flag:
        # backprop B[1, 0] = a
        da = np.sum(dB[1, 0])
        dB = 1.0 * dB
        dB[1, 0] = 0.0
    else:
        # backprop B[1, :] -= a
        da = np.sum(-dB[1, :])
    # backprop B = A * a
    dA = a * dB
    da += np.sum(A * dB)
    return dA, da


def chosen_forward(A: np.ndarray, a: float, flag: bool):
    """Forward pass of chosen: out and the cache (references, not copies)."""
    B = A.copy()
    B_B_1 = None
    B_B_0 = None
    if flag:
        B_B_1 = B[1, :].copy()
        B[1, :] = B_B_1 * a
    else:
        B_B_0 = B[0, :].copy()
        B[0, :] = B_B_0 * a
    out = B * A
    cache = (A, a, flag, B_B_1, B_B_0, B)
    return out, cache


def chosen_backward(dout, cache):
    """Backward pass of chosen: dA and da, from dout."""
    A, a, flag, B_B_1, B_B_0, B = cache
    # backprop out = B * A
    dB = A * dout
    dA = B * dout
    if flag:
        # backprop B[1, :] = B_B_1 * a
        dB_B_1 = a * dB[1, :]
        da = np.sum(B_B_1 * dB[1, :])
        # backprop B_B_1 = B[1, :].copy()
        dB[1, :] = dB_B_1
    else:
        # backprop B[0, :] = B_B_0 * a
        dB_B_0 = a * dB[0, :]
        da = np.sum(B_B_0 * dB[0, :])
        # backprop B_B_0 = B[0, :].copy()
        dB[0, :] = dB_B_0
    # backprop B = A.copy()
    dA += dB
    return dA, da


def beside_another_forward(A: np.ndarray, a: float, n: int):
    """Forward pass of beside_another: B and the cache (references, not copies)."""
    B = A.copy()
    steps = []
    for i in range(n):
        B_i1 = B[i, :].copy()
        B_i_times_a = B_i1 * a
        B[i + 1, :] += B_i_times_a
        B_i2 = B[i, :].copy()
        B[i, :] = B_i2 * a
        steps.append((B_i1, B_i_times_a, B_i2))
    cache = (a, n, steps)
    return B, cache


def beside_another_backward(dB, cache):
    """Backward pass of beside_another: dA and da, from dB."""
    a, n, steps = cache
    da = 0.0
    dB = 1.0 * dB
    for i in reversed(range(n)):
        B_i1, B_i_times_a, B_i2 = steps[i]
        # backprop B[i, :] = B_i2 * a
        dB_i2 = a * dB[i, :]
        da += np.sum(B_i2 * dB[i, :])
        # backprop B_i2 = B[i, :].copy()
        dB[i, :] = dB_i2
        # backprop B[i + 1, :] += B_i_times_a
        dB_i_times_a = unbroadcast(dB[i + 1, :], B_i_times_a)
        # backprop B_i_times_a = B_i1 * a
        dB_i1 = a * dB_i_times_a
        da += np.sum(B_i1 * dB_i_times_a)
        # backprop B_i1 = B[i, :].copy()
        dB[i, :] += dB_i1
    # backprop B = A.copy()
    dA = dB
    return dA, da


def read_behind_forward(A: np.ndarray, a: float):
    """Forward pass of read_behind: out and the cache (references, not copies)."""
    B = A.copy()
    B1 = B.copy()
    B1[1, :] *= a
    B_times_B_1 = B1 * B1[1, :]
    out = B_times_B_1 * A[0, 0]
    cache = (A, a, B, B1, B_times_B_1)
    return out, cache


def read_behind_backward(dout, cache):
    """Backward pass of read_behind: dA and da, from dout."""
    A, a, B, B1, B_times_B_1 = cache
    # backprop out = B_times_B_1 * A[0, 0]
    dB_times_B_1 = unbroadcast(A[0, 0] * dout, B_times_B_1)
    dA = np.zeros_like(A, dtype=np.result_type(A, 1.0))
    dA[0, 0] = unbroadcast(B_times_B_1 * dout, A[0, 0])
    # backprop B_times_B_1 = B1 * B1[1, :]
    dB1 = unbroadcast(B1[1, :] * dB_times_B_1, B1)
    dB1[1, :] += unbroadcast(B1 * dB_times_B_1, B1[1, :])
    # backprop B1 = B.copy(); B1[1, :] *= a
    da = np.sum(B[1, :] * dB1[1, :])
    dB1[1, :] *= a
    # backprop B = A.copy()
    dA += dB1
    return dA, da


def named_before_forward(A: np.ndarray, a: float):
    """Forward pass of named_before: out and the cache (references, not copies)."""
    B = A.copy()
    s = np.mean(B[-1, :])
    B_0_times_B_part = B[0] * B[-1, 1]
    B1 = B.copy()
    B1[-1] = B_0_times_B_part
    B_times_s = B1 * s
    out = B_times_s * a + B1[-1, :]
    cache = (a, B, s, B_0_times_B_part, B1, B_times_s)
    return out, cache


def named_before_backward(dout, cache):
    """Backward pass of named_before: dA and da, from dout."""
    a, B, s, B_0_times_B_part, B1, B_times_s = cache
    # backprop out = B_times_s * a + B1[-1, :]
    dB_times_s = unbroadcast(a * dout, B_times_s)
    da = np.sum(B_times_s * dout)
    dB1 = np.zeros_like(B1, dtype=np.result_type(B1, 1.0))
    dB1[-1, :] = unbroadcast(dout, B1[-1, :])
    # backprop B_times_s = B1 * s
    dB1 += s * dB_times_s
    ds = np.sum(B1 * dB_times_s)
    # backprop B1 = B.copy(); B1[-1] = B_0_times_B_part
    dB_0_times_B_part = 1 * unbroadcast(dB1[-1], B_0_times_B_part)
    dB1[-1] = 0.0
    # backprop B_0_times_B_part = B[0] * B[-1, 1]
    dB1[0] += unbroadcast(B[-1, 1] * dB_0_times_B_part, B[0])
    dB1[-1, 1] += unbroadcast(B[0] * dB_0_times_B_part, B[-1, 1])
    # backprop s = np.mean(B[-1, :])
    dB1[-1, :] += ds / B[-1, :].size
    # backprop B = A.copy()
    dA = dB1
    return dA, da


def sized_forward(A: np.ndarray, a: float):
    """Forward pass of sized: out and the cache (references, not copies)."""
    n, m = A.shape
    B = A.copy()
    a_over_m = a / m
    B1 = B.copy()
    B1[n - 1, :] *= a_over_m
    out = B1 * B1[n - 1, :]
    cache = (n, m, B, a_over_m, B1)
    return out, cache


def sized_backward(dout, cache):
    """Backward pass of sized: dA and da, from dout."""
    n, m, B, a_over_m, B1 = cache
    # backprop out = B1 * B1[n - 1, :]
    dB1 = unbroadcast(B1[n - 1, :] * dout, B1)
    dB1[n - 1, :] += unbroadcast(B1 * dout, B1[n - 1, :])
    # backprop B1 = B.copy(); B1[n - 1, :] *= a_over_m
    da_over_m = np.sum(B[n - 1, :] * dB1[n - 1, :])
    dB1[n - 1, :] *= a_over_m
    # backprop a_over_m = a / m
    da = da_over_m / m
    # backprop B = A.copy()
    dA = dB1
    return dA, da


def of_an_argument_forward(A: np.ndarray, a: float):
    """Forward pass of of_an_argument: A and the cache (references, not copies)."""
    A_A_0 = A[0, :].copy()
    A[0, :] = A_A_0 * a
    cache = (a, A_A_0)
    return A, cache


def of_an_argument_backward(dA, cache):
    """Backward pass of of_an_argument: dA and da, from dA."""
    a, A_A_0 = cache
    # backprop A[0, :] = A_A_0 * a
    dA_A_0 = a * dA[0, :]
    da = np.sum(A_A_0 * dA[0, :])
    # backprop A_A_0 = A[0, :].copy()
    dA = 1.0 * dA
    dA[0, :] = dA_A_0
    return dA, da


def all_transposed_forward(A: np.ndarray, a: float):
    """Forward pass of all_transposed: B1 and the cache (references, not copies)."""
    B = A @ A.T
    B_times_a = B * a
    B_times_a_T = B_times_a.T
    B1 = B.copy()
    B1[...] = B_times_a_T
    cache = (A, a, B, B_times_a_T)
    return B1, cache


def all_transposed_backward(dB1, cache):
    """Backward pass of all_transposed: dA and da, from dB1."""
    A, a, B, B_times_a_T = cache
    # backprop B1 = B.copy(); B1[...] = B_times_a_T
    dB_times_a_T = unbroadcast(dB1[...], B_times_a_T)
    dB1 = 1.0 * dB1
    dB1[...] = 0.0
    # backprop B_times_a_T = B_times_a.T
    dB_times_a = dB_times_a_T.T
    # backprop B_times_a = B * a
    dB1 += a * dB_times_a
    da = np.sum(B * dB_times_a)
    # backprop B = A @ A.T
    dA = matmul_dx(dB1, A, A.T)
    dA += matmul_dy(dB1, A, A.T).T
    return dA, da
