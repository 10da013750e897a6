# arguments added: x=(3,), y=(3,)
# arguments row_by_row: A=(3, 2), x=(2,), n=3
# arguments row_by_row: A=(3, 2), x=(2,), n=0
# arguments copied: x=(3,), a=1.3
# arguments copied_where: x=(3,), y=(3,)
# arguments put: A=(3, 2), a=1.3
# arguments taken_off: x=(4,), i=[0, 2, 2]
# arguments by_a_method: A=(3, 2), a=1.3
# arguments onto_itself: x=(4,)
import numpy as np


def added(x: "N", y: "N"):
    z = np.zeros(len(x) + 1)
    np.add(x, y * y, out=z[1:])
    np.multiply(z[:-1], 2.0, out=z[:-1])
    return z


def row_by_row(A: "N D", x: "D", n: int):
    z = np.zeros_like(A)
    for i in range(n):
        np.multiply(x, A[i], out=z[i])
    return z * A


def copied(x: "N", a: float):
    z = np.empty(len(x) + 1)
    np.copyto(z[1:], x * a)
    np.copyto(z[:1], a)
    return z * a


def copied_where(x: "N", y: "N"):
    z = y * y
    np.copyto(z, x, where=x > 0)
    return x * z


def put(A: "N D", a: float):
    z = A.copy()
    np.put(z, 3, a * a)
    z.put([0, 1], a)
    return z * A


# An index stands twice in i.
def taken_off(x: "N", i: "K int"):
    z = x * x
    np.subtract.at(z, i, x[:3])
    return z


def by_a_method(A: "N D", a: float):
    z = np.empty(2)
    A.sum(axis=0, out=z)
    z.cumsum(out=z)
    return z * a


# What is read is read before anything is written.
def onto_itself(x: "N"):
    z = x.copy()
    np.add(z[:-1], z[1:], out=z[1:])
    return z * x


# output
"""Forward and backward passes of writes_by_calls_into_parts.py: do not edit.

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


def added_forward(x: "N", y: "N"):
    """Forward pass of added: z and the cache (references, not copies)."""
    z = np.zeros(len(x) + 1)
    add_x = np.add(x, y * y)
    z[1:] = add_x
    z[:-1] = np.multiply(z[:-1], 2.0)
    cache = (y,)
    return z, cache


def added_backward(dz: "_", cache):
    """Backward pass of added: dx (N,) and dy (N,), from dz."""
    (y,) = cache
    # backprop z[:-1] = np.multiply(z[:-1], 2.0)
    dz = 1.0 * dz
    dz[:-1] *= 2.0
    # backprop z[1:] = add_x
    dadd_x = unbroadcast(dz[1:], y)
    # backprop add_x = np.add(x, y * y)
    dx = dadd_x
    dy = (2 * y) * dadd_x
    return dx, dy


def row_by_row_forward(A: "N D", x: "D", n: int):
    """Forward pass of row_by_row: out (N, D) and the cache (references, not copies)."""
    z = np.zeros_like(A)
    for i in range(n):
        z[i] = np.multiply(x, A[i])
    out = z * A
    cache = (A, x, n, z)
    return out, cache


def row_by_row_backward(dout, cache):
    """Backward pass of row_by_row: dA (N, D) and dx (D,), from dout (N, D)."""
    A, x, n, z = cache
    # backprop out = z * A
    dz = A * dout
    dA = z * dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(n)):
        # backprop z[i] = np.multiply(x, A[i])
        dx += A[i] * dz[i]
        dA[i] += x * dz[i]
    return dA, dx


def copied_forward(x: "N", a: float):
    """Forward pass of copied: out and the cache (references, not copies)."""
    z = np.empty(len(x) + 1)
    x_times_a = x * a
    z[1:] = x_times_a
    z[:1] = a
    out = z * a
    cache = (x, a, z)
    return out, cache


def copied_backward(dout, cache):
    """Backward pass of copied: dx (N,) and da, from dout."""
    x, a, z = cache
    # backprop out = z * a
    dz = a * dout
    da = z @ dout
    # backprop z[:1] = a
    da += np.sum(dz[:1])
    dz[:1] = 0.0
    # backprop z[1:] = x_times_a
    dx_times_a = unbroadcast(dz[1:], x)
    # backprop x_times_a = x * a
    dx = a * dx_times_a
    da += x @ dx_times_a
    return dx, da


def copied_where_forward(x: "N", y: "N"):
    """Forward pass of copied_where: out (N,) and the cache (references, not copies)."""
    z = y * y
    x_gt_0 = x > 0
    z[...] = np.where(x_gt_0, x, z)
    out = x * z
    cache = (x, y, x_gt_0, z)
    return out, cache


def copied_where_backward(dout, cache):
    """Backward pass of copied_where: dx (N,) and dy (N,), from dout (N,)."""
    x, y, x_gt_0, z = cache
    # backprop out = x * z
    dx = z * dout
    dz = x * dout
    # backprop z[...] = np.where(x_gt_0, x, z)
    dz_part = 1 * dz[...]
    dz[...] = 0.0
    dx += np.where(x_gt_0, dz_part, 0)
    dz += np.where(x_gt_0, 0, dz_part)
    # backprop z = y * y
    dy = (2 * y) * dz
    return dx, dy


def put_forward(A: "N D", a: float):
    """Forward pass of put: out (N, D) and the cache (references, not copies)."""
    z = A.copy()
    z_flat = z.reshape(-1)
    z_flat[3] = a * a
    z = z_flat.reshape(z.shape)
    z_flat1 = z.reshape(-1)
    z_flat11 = z_flat1.copy()
    z_flat11[[0, 1]] = a
    z = z_flat11.reshape(z.shape)
    out = z * A
    cache = (A, a, z_flat, z_flat11, z)
    return out, cache


def put_backward(dout, cache):
    """Backward pass of put: dA (N, D) and da, from dout (N, D)."""
    A, a, z_flat, z_flat11, z = cache
    # backprop out = z * A
    dz = A * dout
    dA = z * dout
    # backprop z = z_flat11.reshape(z.shape)
    dz_flat11 = np.reshape(dz, z_flat11.shape)
    # backprop z_flat11 = z_flat1.copy(); z_flat11[[0, 1]] = a
    da = np.sum(dz_flat11[[0, 1]])
    dz_flat11[[0, 1]] = 0.0
    # backprop z_flat1 = z.reshape(-1)
    dz = np.reshape(dz_flat11, A.shape)
    # backprop z = z_flat.reshape(z.shape)
    dz_flat = np.reshape(dz, z_flat.shape)
    # backprop z_flat[3] = a * a
    da += (2 * a) * dz_flat[3]
    dz_flat[3] = 0.0
    # backprop z_flat = z.reshape(-1)
    dz = np.reshape(dz_flat, A.shape)
    # backprop z = A.copy()
    dA += dz
    return dA, da


def taken_off_forward(x: "N", i: "K int"):
    """Forward pass of taken_off: z (N,) and the cache (references, not copies)."""
    z = x * x
    np.subtract.at(z, i, x[:3])
    cache = (x, i)
    return z, cache


def taken_off_backward(dz, cache):
    """Backward pass of taken_off: dx (N,), from dz (N,)."""
    x, i = cache
    # backprop np.subtract.at(z, i, x[:3])
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dx[:3] = -unbroadcast(dz[i], x[:3])
    # backprop z = x * x
    dx += (2 * x) * dz
    return dx


def by_a_method_forward(A: "N D", a: float):
    """Forward pass of by_a_method: out (2,) and the cache (references, not copies)."""
    z = np.empty(2)
    sum_A = A.sum(axis=0)
    z[...] = sum_A
    z[...] = z.cumsum()
    out = z * a
    cache = (A, a, sum_A, z)
    return out, cache


def by_a_method_backward(dout, cache):
    """Backward pass of by_a_method: dA (N, D) and da, from dout (2,)."""
    A, a, sum_A, z = cache
    # backprop out = z * a
    dz = a * dout
    da = z @ dout
    # backprop z[...] = z.cumsum()
    dz_part = 1 * dz[...]
    dz[...] = 0.0
    dz += np.cumsum(dz_part[::-1])[::-1]
    # backprop z[...] = sum_A
    dsum_A = unbroadcast(dz[...], sum_A)
    # backprop sum_A = A.sum(axis=0)
    dA = np.ones_like(A) * dsum_A
    return dA, da


def onto_itself_forward(x: "N"):
    """Forward pass of onto_itself: out (N,) and the cache (references, not copies)."""
    z = x.copy()
    z[1:] = np.add(z[:-1], z[1:])
    out = z * x
    cache = (x, z)
    return out, cache


def onto_itself_backward(dout, cache):
    """Backward pass of onto_itself: dx (N,), from dout (N,)."""
    x, z = cache
    # backprop out = z * x
    dz = x * dout
    dx = z * dout
    # backprop z[1:] = np.add(z[:-1], z[1:])
    dz_part = 1 * dz[1:]
    dz[1:] = 0.0
    dz[:-1] += dz_part
    dz[1:] += dz_part
    # backprop z = x.copy()
    dx += dz
    return dx
