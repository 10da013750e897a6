# first order only in_each_turn: the rank of what the cache holds is not known
# first order only in_an_arm: the rank of what the cache holds is not known
# arguments filled_flat: x=(3,), a=1.3
# arguments scaled_flat: A=(2, 3), a=1.3, n=4
# arguments scaled_flat: A=(2, 3), a=1.3, n=0
# arguments rows_of_a_long_array: v=(6,), a=1.3
# arguments in_turn: A=(2, 3), a=1.3
# arguments in_an_arm: A=(2, 3), a=1.3, flag=True
# arguments in_an_arm: A=(2, 3), a=1.3, flag=False
# arguments without_a_name: x=(3,), a=1.3
# arguments diagonal: A=(3, 3), a=1.3
# arguments in_each_turn: A=(2, 3), a=1.3, n=3
# arguments squeezed: x=(3,), a=1.3
# arguments of_another_layout: A=(2, 3), a=1.3
import numpy as np


def filled_flat(x: "3", a: float):
    z = np.zeros((3, 2))
    v = z.ravel()
    v[0] = a * a
    v[1:4] = x * a
    return z


def scaled_flat(A: np.ndarray, a: float, n: int):
    W = A.copy()
    flat = W.reshape(-1)
    for k in range(n):
        flat[k] *= a
    return W * A


def rows_of_a_long_array(v: "6", a: float):
    z = v * a
    m = z.reshape(2, 3)
    m[1] *= m[0]
    return np.sum(z * v)


# Either name is written into, and the other one is read.
def in_turn(A: "N M", a: float):
    z = A.copy()
    v = z.ravel()
    z[0, 0] = a * a
    w = v * 2
    v[0] *= a
    z[0, 1] = v[0] * v[1]
    return w, z


def in_an_arm(A: "N M", a: float, flag: bool):
    z = A.copy()
    v = z.ravel()
    if flag:
        v[0] = a
    else:
        v[1] *= a
    return z * A


def without_a_name(x: "3", a: float):
    z = np.zeros((3, 1))
    z.reshape(-1)[:] = x * a
    np.ravel(z)[1] *= a
    return z


def diagonal(A: "N N", a: float):
    z = A @ A
    z = z.copy()
    z.flat[:: len(A) + 1] += a
    return z * A


def in_each_turn(A: np.ndarray, a: float, n: int):
    z = A.copy()
    for k in range(n):
        z.flat[k] = z.flat[k] * a + z.flat[0]
    return z


def squeezed(x: "3", a: float):
    z = np.zeros((3, 1))
    z[:, 0] = x * a
    c = z.squeeze()
    c *= a
    return z


# This copy lies as its array does: what `flat` writes into is where it is by its order, and no view.
def of_another_layout(A: np.ndarray, a: float):
    z = np.copy(A.T)
    z.flat[1] = a * a
    return z


# output
"""Forward and backward passes of reshaped_names_written_into.py: do not edit.

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


def filled_flat_forward(x: "3", a: float):
    """Forward pass of filled_flat: z (3, 2) and the cache (references, not copies)."""
    z = np.zeros((3, 2))
    v = z.ravel()
    v[0] = a * a
    v[1:4] = x * a
    z = v.reshape(z.shape)
    cache = (x, a, v)
    return z, cache


def filled_flat_backward(dz, cache):
    """Backward pass of filled_flat: dx (3,) and da, from dz (3, 2)."""
    x, a, v = cache
    # backprop z = v.reshape(z.shape)
    dv = 1.0 * np.reshape(dz, v.shape)
    # backprop v[1:4] = x * a
    dx = a * dv[1:4]
    da = x @ dv[1:4]
    dv[1:4] = 0.0
    # backprop v[0] = a * a
    da += (2 * a) * dv[0]
    return dx, da


def scaled_flat_forward(A: np.ndarray, a: float, n: int):
    """Forward pass of scaled_flat: out and the cache (references, not copies)."""
    W = A.copy()
    flat = W.reshape(-1)
    steps = []
    for k in range(n):
        flat_k = flat[k]
        flat[k] = flat_k * a
        steps.append(flat_k)
    W = flat.reshape(W.shape)
    out = W * A
    cache = (A, a, n, steps, flat, W)
    return out, cache


def scaled_flat_backward(dout, cache):
    """Backward pass of scaled_flat: dA and da, from dout."""
    A, a, n, steps, flat, W = cache
    # backprop out = W * A
    dW = unbroadcast(A * dout, W)
    dA = unbroadcast(W * dout, A)
    # backprop W = flat.reshape(W.shape)
    dflat = np.reshape(dW, flat.shape)
    da = 0.0
    for k in reversed(range(n)):
        flat_k = steps[k]
        # backprop flat[k] = flat_k * a
        dflat_k = a * dflat[k]
        da += flat_k * dflat[k]
        # backprop flat_k = flat[k]
        dflat[k] = dflat_k
    # backprop flat = W.reshape(-1)
    dW = np.reshape(dflat, A.shape)
    # backprop W = A.copy()
    dA += dW
    return dA, da


def rows_of_a_long_array_forward(v: "6", a: float):
    """Forward pass of rows_of_a_long_array.

    Gives out and the cache (references, not copies).
    """
    z = v * a
    m = z.reshape(2, 3)
    m1 = m.copy()
    m1[1] *= m[0]
    z = m1.reshape(z.shape)
    out = np.sum(z * v)
    cache = (v, a, m, z)
    return out, cache


def rows_of_a_long_array_backward(dout, cache):
    """Backward pass of rows_of_a_long_array: dv (6,) and da, from dout."""
    v, a, m, z = cache
    # backprop out = np.sum(z * v)
    dz = v * dout
    dv = z * dout
    # backprop z = m1.reshape(z.shape)
    dm1 = np.reshape(dz, m.shape)
    # backprop m1 = m.copy(); m1[1] *= m[0]
    dm_1 = 1 * dm1[1]
    dm1[1] = m[0] * dm_1
    dm1[0] += m[1] * dm_1
    # backprop m = z.reshape(2, 3)
    dz = np.reshape(dm1, v.shape)
    # backprop z = v * a
    dv += a * dz
    da = v @ dz
    return dv, da


def in_turn_forward(A: "N M", a: float):
    """Forward pass of in_turn.

    Gives w (M*N,), z2 (N, M) and the cache (references, not copies).
    """
    z = A.copy()
    v = z.ravel()
    z[0, 0] = a * a
    v = z.ravel()
    w = v * 2
    v1 = v.copy()
    v1[0] *= a
    z1 = v1.reshape(z.shape)
    z2 = z1.copy()
    z2[0, 1] = v1[0] * v1[1]
    cache = (a, z, v, v1)
    return w, z2, cache


def in_turn_backward(dw, dz2: "N M", cache):
    """Backward pass of in_turn: dA (N, M) and da, from dw (M*N,) and dz2 (N, M)."""
    a, z, v, v1 = cache
    # backprop z2 = z1.copy(); z2[0, 1] = v1[0] * v1[1]
    dv1 = np.zeros_like(v1, dtype=np.result_type(v1, 1.0))
    dv1[0] = v1[1] * dz2[0, 1]
    dv1[1] += v1[0] * dz2[0, 1]
    dz2 = 1.0 * dz2
    dz2[0, 1] = 0.0
    # backprop z1 = v1.reshape(z.shape)
    dv1 += np.reshape(dz2, v1.shape)
    # backprop v1 = v.copy(); v1[0] *= a
    da = v[0] * dv1[0]
    dv1[0] *= a
    # backprop w = v * 2
    dv1 += 2 * dw
    # backprop v = z.ravel()
    dz = np.reshape(dv1, z.shape)
    # backprop z[0, 0] = a * a
    da += (2 * a) * dz[0, 0]
    dz[0, 0] = 0.0
    # backprop z = A.copy()
    dA = dz
    return dA, da


def in_an_arm_forward(A: "N M", a: float, flag: bool):
    """Forward pass of in_an_arm: out (N, M) and the cache (references, not copies)."""
    z = A.copy()
    v = z.ravel()
    v_1 = None
    if flag:
        v[0] = a
    else:
        v_1 = v[1]
        v[1] = v_1 * a
    z = v.reshape(z.shape)
    out = z * A
    cache = (A, a, flag, v_1, v, z)
    return out, cache


def in_an_arm_backward(dout, cache):
    """Backward pass of in_an_arm: dA (N, M) and da, from dout (N, M)."""
    A, a, flag, v_1, v, z = cache
    # backprop out = z * A
    dz = A * dout
    dA = z * dout
    # backprop z = v.reshape(z.shape)
    dv = np.reshape(dz, v.shape)
    if flag:
        # backprop v[0] = a
        da = dv[0]
        dv[0] = 0.0
    else:
        # backprop v[1] = v_1 * a
        dv_1 = a * dv[1]
        da = v_1 * dv[1]
        # backprop v_1 = v[1]
        dv[1] = dv_1
    # backprop v = z.ravel()
    dz = np.reshape(dv, A.shape)
    # backprop z = A.copy()
    dA += dz
    return dA, da


def without_a_name_forward(x: "3", a: float):
    """Forward pass of without_a_name.

    Gives z1 (3, 1) and the cache (references, not copies).
    """
    z = np.zeros((3, 1))
    z_reshaped = z.reshape(-1)
    z_reshaped[:] = x * a
    z = z_reshaped.reshape(z.shape)
    z_flat = np.ravel(z)
    z_flat1 = z_flat.copy()
    z_flat1[1] *= a
    z1 = z_flat1.reshape(z.shape)
    cache = (x, a, z, z_flat)
    return z1, cache


def without_a_name_backward(dz1, cache):
    """Backward pass of without_a_name: dx (3,) and da, from dz1 (3, 1)."""
    x, a, z, z_flat = cache
    # backprop z1 = z_flat1.reshape(z.shape)
    dz_flat1 = 1.0 * np.reshape(dz1, x.shape)
    # backprop z_flat1 = z_flat.copy(); z_flat1[1] *= a
    da = z_flat[1] * dz_flat1[1]
    dz_flat1[1] *= a
    # backprop z_flat = np.ravel(z)
    dz = np.reshape(dz_flat1, z.shape)
    # backprop z = z_reshaped.reshape(z.shape)
    dz_reshaped = np.reshape(dz, x.shape)
    # backprop z_reshaped[:] = x * a
    dx = a * dz_reshaped[:]
    da += x @ dz_reshaped[:]
    return dx, da


def diagonal_forward(A: "N N", a: float):
    """Forward pass of diagonal: out (N, N) and the cache (references, not copies)."""
    z = A @ A
    z = z.copy()
    z_flat = z.reshape(-1)
    z_flat[:: len(A) + 1] += a
    z = z_flat.reshape(z.shape)
    out = z * A
    cache = (A, z_flat, z)
    return out, cache


def diagonal_backward(dout, cache):
    """Backward pass of diagonal: dA (N, N) and da, from dout (N, N)."""
    A, z_flat, z = cache
    # backprop out = z * A
    dz = A * dout
    dA = z * dout
    # backprop z = z_flat.reshape(z.shape)
    dz_flat = np.reshape(dz, z_flat.shape)
    # backprop z_flat[::len(A) + 1] += a
    da = np.sum(dz_flat[:: len(A) + 1])
    # backprop z_flat = z.reshape(-1)
    dz = np.reshape(dz_flat, A.shape)
    # backprop z = A @ A
    dA += dz @ A.T
    dA += A.T @ dz
    return dA, da


def in_each_turn_forward(A: np.ndarray, a: float, n: int):
    """Forward pass of in_each_turn: z and the cache (references, not copies)."""
    z = A.copy()
    steps = []
    for k in range(n):
        z_flat = z.reshape(-1)
        z_flat_k1 = z_flat[k]
        z_flat[k] = z_flat_k1 * a + z_flat[0]
        steps.append((z, z_flat_k1, z_flat))
        z = z_flat.reshape(z.shape)
    cache = (a, n, steps)
    return z, cache


def in_each_turn_backward(dz, cache):
    """Backward pass of in_each_turn: dA and da, from dz."""
    a, n, steps = cache
    da = 0.0
    for k in reversed(range(n)):
        z, z_flat_k1, z_flat = steps[k]
        # backprop z = z_flat.reshape(z.shape)
        dz_flat = 1.0 * np.reshape(dz, z_flat.shape)
        # backprop z_flat[k] = z_flat_k1 * a + z_flat[0]
        dz_flat_k = dz_flat[k]
        dz_flat[k] = 0.0
        dz_flat_k1 = a * dz_flat_k
        da += z_flat_k1 * dz_flat_k
        dz_flat[0] += dz_flat_k
        # backprop z_flat_k1 = z_flat[k]
        dz_flat[k] += dz_flat_k1
        # backprop z_flat = z.reshape(-1)
        dz = np.reshape(dz_flat, z.shape)
    # backprop z = A.copy()
    dA = 1.0 * dz
    return dA, da


def squeezed_forward(x: "3", a: float):
    """Forward pass of squeezed: z1 (3, 1) and the cache (references, not copies)."""
    z = np.zeros((3, 1))
    z[:, 0] = x * a
    c = z.squeeze()
    c1 = c * a
    z1 = c1.reshape(z.shape)
    cache = (x, a, z, c)
    return z1, cache


def squeezed_backward(dz1, cache):
    """Backward pass of squeezed: dx (3,) and da, from dz1 (3, 1)."""
    x, a, z, c = cache
    # backprop z1 = c1.reshape(z.shape)
    dc1 = np.reshape(dz1, x.shape)
    # backprop c1 = c * a
    da = c @ dc1
    dc = a * dc1
    # backprop c = z.squeeze()
    dz = np.reshape(dc, z.shape)
    # backprop z[:, 0] = x * a
    dx = a * dz[:, 0]
    da += x @ dz[:, 0]
    return dx, da


def of_another_layout_forward(A: np.ndarray, a: float):
    """Forward pass of of_another_layout: z1 and the cache (references, not copies)."""
    z = np.copy(A.T)
    z_flat = z.reshape(-1)
    z_flat1 = z_flat.copy()
    z_flat1[1] = a * a
    z1 = z_flat1.reshape(z.shape)
    cache = (a, z, z_flat1)
    return z1, cache


def of_another_layout_backward(dz1, cache):
    """Backward pass of of_another_layout: dA and da, from dz1."""
    a, z, z_flat1 = cache
    # backprop z1 = z_flat1.reshape(z.shape)
    dz_flat1 = 1.0 * np.reshape(dz1, z_flat1.shape)
    # backprop z_flat1 = z_flat.copy(); z_flat1[1] = a * a
    da = (2 * a) * dz_flat1[1]
    dz_flat1[1] = 0.0
    # backprop z_flat = z.reshape(-1)
    dz = np.reshape(dz_flat1, z.shape)
    # backprop z = np.copy(A.T)
    dA = dz.T
    return dA, da
