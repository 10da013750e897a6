# arguments: x=(4,), y=1.3
# arguments scaled: w=(4,)
# arguments entries: M=(3, 2)
# arguments last: v=0.7, u=(4,)
import numpy as np


def scaled(w):
    t = 0.0
    for k, v in enumerate(w[1:]):
        v *= w[0]
        v += k
        t += v * v
    return t


def entries(M):
    t = 1.0
    for row in M.T:
        for v in row:
            v *= 2.0
            t *= v
    c = M[0, 1]
    c -= t
    return c * t


def last(v, u):
    for x, v in zip(u[:2], u[1:]):
        pass
    v *= x
    return v


def f(x, y):
    s = x[0]
    for k in range(1, len(x)):
        s += x[k] * y
    return s


# output
"""Forward and backward passes of items_of_an_argument_augmented_by_name.py: do not
edit.

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


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def scaled_forward(w):
    """Forward pass of scaled: t and the cache (references, not copies)."""
    if np.ndim(w) != 1:
        raise TypeError(
            "scaled: w does not have one dimension, and its items are taken for numbers"
        )
    t = 0.0
    steps = []
    for k, v in enumerate(w[1:]):
        v1 = v * w[0]
        v1 += k
        t += v1 * v1
        steps.append(v1)
    cache = (w, steps)
    return t, cache


def scaled_backward(dt, cache):
    """Backward pass of scaled: dw, from dt."""
    w, steps = cache
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    for k in reversed(range(len(w[1:]))):
        v1 = steps[k]
        v = w[1:][k]
        # backprop t += v1 * v1
        dv1 = (2 * v1) * dt
        # backprop v1 = v * w[0]
        dw[0] += v * dv1
        dv = w[0] * dv1
        dw[1:][k] += dv
    return dw


def entries_forward(M):
    """Forward pass of entries: out and the cache (references, not copies)."""
    if np.ndim(M) != 2:
        raise TypeError(
            "entries: M does not have 2 dimensions, and its items are taken for numbers"
        )
    t = 1.0
    steps = []
    M_T = M.T
    for row in M_T:
        steps1 = []
        for v in row:
            v *= 2.0
            steps1.append((t, v))
            t *= v
        steps.append(steps1)
    c = M[0, 1]
    c -= t
    out = c * t
    cache = (M, steps, M_T, t, c)
    return out, cache


def entries_backward(dout, cache):
    """Backward pass of entries: dM, from dout."""
    M, steps, M_T, t, c = cache
    # backprop out = c * t
    dc = t * dout
    dt = c * dout
    # backprop c -= t
    dt -= dc
    # backprop c = M[0, 1]
    dM = np.zeros_like(M, dtype=np.result_type(M, 1.0))
    dM[0, 1] = dc
    dM_T = np.zeros_like(M_T, dtype=np.result_type(M_T, 1.0))
    for i in reversed(range(len(M_T))):
        steps1 = steps[i]
        row = M_T[i]
        drow = np.zeros_like(row, dtype=np.result_type(row, 1.0))
        for i1 in reversed(range(len(row))):
            t, v = steps1[i1]
            # backprop t *= v
            dv = t * dt
            dt = v * dt
            # backprop v *= 2.0
            dv = 2.0 * dv
            drow[i1] = dv
        dM_T[i] = drow
    # backprop M_T = M.T
    dM += dM_T.T
    return dM


def last_forward(v, u):
    """Forward pass of last: v1 and the cache (references, not copies)."""
    if not np.isscalar(v):
        raise TypeError("last: v is an array, and is taken for a number")
    if np.ndim(u) != 1:
        raise TypeError(
            "last: u does not have one dimension, and its items are taken for numbers"
        )
    for x, v in zip(u[:2], u[1:]):
        pass
    v1 = v * x
    cache = (u, x, v)
    return v1, cache


def last_backward(dv1, cache):
    """Backward pass of last: dv and du, from dv1."""
    u, x, v = cache
    # backprop v1 = v * x
    dx = v * dv1
    dv = x * dv1
    du = np.zeros_like(u, dtype=np.result_type(u, 1.0))
    for i in reversed(range(min(len(u[:2]), len(u[1:])))):
        du[1:][i] += dv
        du[:2][i] += dx
        dv = 0.0
        dx = 0.0
    return dv, du


def f_forward(x, y):
    """Forward pass of f: s and the cache (references, not copies)."""
    if np.ndim(x) != 1:
        raise TypeError(
            "f: x does not have one dimension, and its items are taken for numbers"
        )
    s = x[0]
    s_before = []
    for k in range(1, len(x)):
        s_before.append(s)
        s = s + x[k] * y
    cache = (x, y, s_before)
    return s, cache


def f_backward(ds, cache):
    """Backward pass of f: dx and dy, from ds."""
    x, y, s_before = cache
    dx = zeros_of(x)
    dy = np.zeros_like(y, dtype=np.result_type(y, 1.0))
    for k, s in zip(reversed(range(1, len(x))), reversed(s_before)):
        # backprop s = s + x[k] * y
        dx[k] += np.sum(y * ds)
        dy += unbroadcast(x[k] * ds, y)
        ds = unbroadcast(ds, s)
    # backprop s = x[0]
    dx[0] += ds
    return dx, dy
