# arguments filtered: x=(2,), P=np.array([[2.0, 0.3], [0.1, 3.0]]), zs=(3, 2)
# arguments powers: P=(2, 2), n=2
# arguments eliminated: A=np.array([[4.0, 1.0, 0.5], [0.3, 5.0, 0.2], [0.2, 0.7, 6.0]])
# arguments limited: A=(3, 2), w=0.5
# arguments moved_and_scaled: x=(3, 2), y=(1, 2)
# first order only filtered: this writes into memory that steps may name too
import numpy as np


def filtered(x, P, zs):
    for z in zs:
        K = P @ np.linalg.inv(P + np.eye(len(x)))
        x += K @ (z - x)
        P -= K @ P
    return x


def powers(P, n: int):
    Q = P.copy()
    for _ in range(n):
        Q -= 0.1 * Q @ P
    return Q


def eliminated(A):
    for k in range(len(A)):
        for row in A[k + 1 :]:
            row -= row[k] / A[k, k] * A[k]
    return A


def limited(A, w):
    for i in range(len(A)):
        row = A[i]
        if row @ row > 1.0:
            row *= w
    return A


def moved_and_scaled(x, y):
    z = x[1:] * 2.0
    for _ in range(2):
        z -= y
        z *= y
        z /= 2.0 + z * y
    return z


# output
"""Forward and backward passes of arrays_of_unknown_rank_augmented_in_loops.py: do not
edit.

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


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def filtered_forward(x, P, zs):
    """Forward pass of filtered: x and the cache (references, not copies)."""
    if isinstance(x, (list, tuple)):
        raise TypeError("filtered: x is a list or a tuple, and is taken for an array")
    if isinstance(P, (list, tuple)):
        raise TypeError("filtered: P is a list or a tuple, and is taken for an array")
    if np.shares_memory(x, P, max_work=100_000):
        raise ValueError("filtered: x and P overlap")
    if overlap(x, zs):
        raise ValueError("filtered: values in x and zs overlap")
    if overlap(P, zs):
        raise ValueError("filtered: values in P and zs overlap")
    steps = []
    for z in zs:
        P_before = P.copy()
        x_before = x
        inv_P_plus_eye_len_x = np.linalg.inv(P + np.eye(len(x)))
        K = P @ inv_P_plus_eye_len_x
        z_minus_x = z - x
        x_product = K @ z_minus_x
        x += x_product
        K_at_P = K @ P
        P -= K_at_P
        steps.append(
            (x_before, P_before, inv_P_plus_eye_len_x, K, z_minus_x, x_product, K_at_P)
        )
    cache = (zs, steps)
    return x, cache


def filtered_backward(dx, dP, cache):
    """Backward pass of filtered: dx, dP and dzs, from dx and dP."""
    zs, steps = cache
    dzs = zeros_of(zs)
    dP = 1.0 * dP
    dx = 1.0 * dx
    for i in reversed(range(len(zs))):
        x_before, P_before, inv_P_plus_eye_len_x, K, z_minus_x, x_product, K_at_P = (
            steps[i]
        )
        z = zs[i]
        # backprop P -= K_at_P
        dK_at_P = unbroadcast(-dP, K_at_P)
        # backprop K_at_P = K @ P
        dK = matmul_dx(dK_at_P, K, P_before)
        dP += matmul_dy(dK_at_P, K, P_before)
        # backprop x += x_product
        dx_product = unbroadcast(dx, x_product)
        # backprop x_product = K @ z_minus_x
        dK += matmul_dx(dx_product, K, z_minus_x)
        dz_minus_x = matmul_dy(dx_product, K, z_minus_x)
        # backprop z_minus_x = z - x
        dz = unbroadcast(dz_minus_x, z)
        dx += unbroadcast(-dz_minus_x, x_before)
        # backprop K = P @ inv_P_plus_eye_len_x
        dP += matmul_dx(dK, P_before, inv_P_plus_eye_len_x)
        dinv_P_plus_eye_len_x = matmul_dy(dK, P_before, inv_P_plus_eye_len_x)
        # backprop inv_P_plus_eye_len_x = np.linalg.inv(P + np.eye(len(x)))
        dP += unbroadcast(
            -(
                np.swapaxes(inv_P_plus_eye_len_x, -1, -2)
                @ dinv_P_plus_eye_len_x
                @ np.swapaxes(inv_P_plus_eye_len_x, -1, -2)
            ),
            P_before,
        )
        dzs[i] += dz
    return dx, dP, dzs


def powers_forward(P, n: int):
    """Forward pass of powers: Q and the cache (references, not copies)."""
    Q = P.copy()
    steps = []
    for _ in range(n):
        Q_product = 0.1 * Q
        Q_product1 = Q_product @ P
        Q -= Q_product1
        steps.append((Q_product, Q_product1))
    cache = (P, steps)
    return Q, cache


def powers_backward(dQ, cache):
    """Backward pass of powers: dP, from dQ."""
    P, steps = cache
    dP = np.zeros_like(P, dtype=np.result_type(P, 1.0))
    dQ = 1.0 * dQ
    for Q_product, Q_product1 in reversed(steps):
        # backprop Q -= Q_product1
        dQ_product1 = unbroadcast(-dQ, Q_product1)
        # backprop Q_product1 = Q_product @ P
        dQ_product = matmul_dx(dQ_product1, Q_product, P)
        dP += matmul_dy(dQ_product1, Q_product, P)
        # backprop Q_product = 0.1 * Q
        dQ += 0.1 * dQ_product
    # backprop Q = P.copy()
    dP += dQ
    return dP


def eliminated_forward(A):
    """Forward pass of eliminated: A and the cache (references, not copies)."""
    if isinstance(A, (list, tuple)):
        raise TypeError("eliminated: A is a list or a tuple, and is taken for an array")
    steps = []
    for k in range(len(A)):
        steps1 = []
        len_A_part = len(A[k + 1 :])
        for i in range(len_A_part):
            A_part_i_k = A[k + 1 :][i, k]
            A_k_k = copy_of(A[k, k])
            A_part_i_k_over_A_k_k = A_part_i_k / A_k_k
            A_k = copy_of(A[k])
            A_product = A_part_i_k_over_A_k_k * A_k
            A[k + 1 :][i, :] -= A_product
            steps1.append((A_part_i_k, A_k_k, A_part_i_k_over_A_k_k, A_k, A_product))
        steps.append((len_A_part, steps1))
    cache = (A, steps)
    return A, cache


def eliminated_backward(dA, cache):
    """Backward pass of eliminated: dA, from dA."""
    A, steps = cache
    dA = 1.0 * dA
    for k in reversed(range(len(A))):
        len_A_part, steps1 = steps[k]
        for i in reversed(range(len_A_part)):
            A_part_i_k, A_k_k, A_part_i_k_over_A_k_k, A_k, A_product = steps1[i]
            # backprop A[k + 1:][i, :] -= A_product
            dA_product = unbroadcast(-dA[k + 1 :][i, :], A_product)
            # backprop A_product = A_part_i_k_over_A_k_k * A_k
            dA_part_i_k_over_A_k_k = unbroadcast(
                A_k * dA_product, A_part_i_k_over_A_k_k
            )
            dA_k = unbroadcast(A_part_i_k_over_A_k_k * dA_product, A_k)
            # backprop A_k = copy_of(A[k])
            dA[k] += dA_k
            # backprop A_part_i_k_over_A_k_k = A_part_i_k / A_k_k
            dA_part_i_k = unbroadcast(dA_part_i_k_over_A_k_k / A_k_k, A_part_i_k)
            dA_k_k = unbroadcast(
                (-A_part_i_k_over_A_k_k / A_k_k) * dA_part_i_k_over_A_k_k, A_k_k
            )
            # backprop A_k_k = copy_of(A[k, k])
            dA[k, k] += dA_k_k
            # backprop A_part_i_k = A[k + 1:][i, k]
            dA[k + 1 :][i, k] += dA_part_i_k
    return dA


def limited_forward(A, w):
    """Forward pass of limited: A and the cache (references, not copies)."""
    if isinstance(A, (list, tuple)):
        raise TypeError("limited: A is a list or a tuple, and is taken for an array")
    if np.shares_memory(A, w, max_work=100_000):
        raise ValueError("limited: A and w overlap")
    steps = []
    for i in range(len(A)):
        A_i = None
        A_i_times_w = None
        A_test = A[i, :] @ A[i, :] > 1.0
        if A_test:
            A_i = A[i, :].copy()
            A_i_times_w = A_i * w
            A[i, :] = A_i_times_w
        steps.append((A_test, A_i, A_i_times_w))
    cache = (A, w, steps)
    return A, cache


def limited_backward(dA, cache):
    """Backward pass of limited: dA and dw, from dA."""
    A, w, steps = cache
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    dA = 1.0 * dA
    for i in reversed(range(len(A))):
        A_test, A_i, A_i_times_w = steps[i]
        if A_test:
            # backprop A[i, :] = A_i_times_w
            dA_i_times_w = unbroadcast(dA[i, :], A_i_times_w)
            # backprop A_i_times_w = A_i * w
            dA_i = unbroadcast(w * dA_i_times_w, A_i)
            dw += unbroadcast(A_i * dA_i_times_w, w)
            # backprop A_i = A[i, :].copy()
            dA[i, :] = dA_i
    return dA, dw


def moved_and_scaled_forward(x, y):
    """Forward pass of moved_and_scaled: z and the cache (references, not copies)."""
    z = x[1:] * 2.0
    steps = []
    for _ in range(2):
        z_before = z
        z1 = z - y
        z2 = z1 * y
        den = 2.0 + z2 * y
        z = z2 / den
        steps.append((z_before, z1, z2, den, z))
    cache = (x, y, steps)
    return z, cache


def moved_and_scaled_backward(dz, cache):
    """Backward pass of moved_and_scaled: dx and dy, from dz."""
    x, y, steps = cache
    dy = np.zeros_like(y, dtype=np.result_type(y, 1.0))
    for z_before, z1, z2, den, z in reversed(steps):
        # backprop z = z2 / den
        dden = (-z / den) * dz
        dz2 = dz / den
        # backprop den = 2.0 + z2 * y
        dz2 += y * dden
        dy += unbroadcast(z2 * dden, y)
        # backprop z2 = z1 * y
        dy += unbroadcast(z1 * dz2, y)
        dz1 = y * dz2
        # backprop z1 = z - y
        dy += unbroadcast(-dz1, y)
        dz = unbroadcast(dz1, z_before)
    # backprop z = x[1:] * 2.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dx[1:] = 2.0 * dz
    return dx, dy
