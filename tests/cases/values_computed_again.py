# arguments block: x=(2,3), w=(3,3), b=(3,)
# arguments staged: x=(4,), y=(4,)
# arguments called: x=(2,3), w=(3,3), b=(3,), v=(3,3)
# arguments in_a_loop: x=(4,3), w=(3,3), h=(3,)
# arguments in_an_arm: x=(4,), k=0.5
# arguments rebound: x=(4,)
# arguments written: x=(4,)
# arguments taken_apart: A=(3,3), x=(3,)
# arguments returned: x=(2,3), w=(3,3), b=(3,)
import numpy as np


def block(x: "N D", w: "D D", b: "D"):
    return np.tanh(x @ w + b)


def staged(x: "N", y: "N"):
    q = x * y  # backprop: recompute
    z = np.tanh(q) * np.sin(np.exp(q))  # backprop: recompute
    return np.sum(z * z)


def called(x: "N D", w: "D D", b: "D", v: "D D"):
    h = block(x, w, b)  # backprop: recompute
    g = block(h, v, b)
    return np.sum(g**2)


def in_a_loop(x: "T D", w: "D D", h: "D"):
    for t in range(x.shape[0]):
        a = x[t] @ w + h  # backprop: recompute
        h = np.tanh(a) * a
    return np.sum(h * h)


def in_an_arm(x: "N", k: float):
    if k > 0:
        y = np.sin(x) * k  # backprop: recompute
        z = y * y
    else:
        z = x
    return np.sum(z * z)


def rebound(x: "N"):
    y = np.sin(x)  # backprop: recompute
    z = y * y
    y = np.cos(z)
    return np.sum(y * z)


def written(x: "N"):
    y = np.sin(x)  # backprop: recompute
    z = y * y
    y[1] = 3 * x[0]
    return np.sum(z * y)


def taken_apart(A: "N N", x: "N"):
    w, v = np.linalg.eigh(A)  # backprop: recompute
    return np.sum(w * (v.T @ x) ** 2)


def returned(x: "N D", w: "D D", b: "D"):
    return block(np.sin(x), w, b)  # backprop: recompute


# output
"""Forward and backward passes of values_computed_again.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def fold_tril(a):
    """The lower triangle of a, with what was above the diagonal added to it."""
    return np.tril(a) + np.swapaxes(np.triu(a, 1), -1, -2)


def inverse_gaps(w):
    """1 / (w[j] - w[i]) at i, j; zero on the diagonal."""
    gaps = np.expand_dims(w, -2) - np.expand_dims(w, -1)
    diagonal = np.eye(w.shape[-1], dtype=gaps.dtype)
    return (1 - diagonal) / (gaps + diagonal)


def block_forward(x: "N D", w: "D D", b: "D"):
    """Forward pass of block: out (N, D) and the cache (references, not copies)."""
    tanh_in = x @ w + b
    out = np.tanh(tanh_in)
    cache = (x, w, out)
    return out, cache


def block_backward(dout, cache):
    """Backward pass of block: dx (N, D), dw (D, D) and db (D,), from dout (N, D)."""
    x, w, out = cache
    # backprop out = np.tanh(tanh_in)
    dtanh_in = (1 - out**2) * dout
    # backprop tanh_in = x @ w + b
    dx = dtanh_in @ w.T
    dw = x.T @ dtanh_in
    db = np.sum(dtanh_in, axis=0)
    return dx, dw, db


def staged_forward(x: "N", y: "N"):
    """Forward pass of staged: out and the cache (references, not copies)."""
    q = x * y  # backprop: recompute
    z = np.tanh(q) * np.sin(np.exp(q))  # backprop: recompute
    out = np.sum(z * z)
    cache = (x, y)
    return out, cache


def staged_backward(dout, cache):
    """Backward pass of staged: dx (N,) and dy (N,), from dout."""
    x, y = cache
    # computed again, not kept
    q = x * y
    tanh_q = np.tanh(q)
    sin_in = np.exp(q)
    sin_exp_q = np.sin(sin_in)
    z = tanh_q * sin_exp_q
    # backprop out = np.sum(z * z)
    dz = (2 * z) * dout
    # backprop z = tanh_q * sin_exp_q
    dtanh_q = sin_exp_q * dz
    dsin_exp_q = tanh_q * dz
    # backprop sin_exp_q = np.sin(sin_in)
    dsin_in = np.cos(sin_in) * dsin_exp_q
    # backprop sin_in = np.exp(q)
    dq = sin_in * dsin_in
    # backprop tanh_q = np.tanh(q)
    dq += (1 - tanh_q**2) * dtanh_q
    # backprop q = x * y
    dx = y * dq
    dy = x * dq
    return dx, dy


def called_forward(x: "N D", w: "D D", b: "D", v: "D D"):
    """Forward pass of called: out and the cache (references, not copies)."""
    h, _ = block_forward(x, w, b)  # backprop: recompute
    g, g_cache = block_forward(h, v, b)
    out = np.sum(g**2)
    cache = (x, w, b, g, g_cache)
    return out, cache


def called_backward(dout, cache):
    """Backward pass of called.

    Gives dx (N, D), dw (D, D), db (D,) and dv (D, D), from dout.
    """
    x, w, b, g, g_cache = cache
    # backprop out = np.sum(g**2)
    dg = (2 * g) * dout
    # backprop g = block(h, v, b)
    dh, dv, db = block_backward(dg, g_cache)
    # computed again, not kept
    _, block_cache = block_forward(x, w, b)
    # backprop h = block(x, w, b)
    dx, dw, db_block = block_backward(dh, block_cache)
    db += db_block
    return dx, dw, db, dv


def in_a_loop_forward(x: "T D", w: "D D", h: "D"):
    """Forward pass of in_a_loop: out and the cache (references, not copies)."""
    steps = []
    for t in range(x.shape[0]):
        h_before = h
        a = x[t] @ w + h  # backprop: recompute
        tanh_a = np.tanh(a)
        h = tanh_a * a
        steps.append((h_before, tanh_a))
    out = np.sum(h * h)
    cache = (x, w, steps, h)
    return out, cache


def in_a_loop_backward(dout, cache):
    """Backward pass of in_a_loop: dx (T, D), dw (D, D) and dh (D,), from dout."""
    x, w, steps, h = cache
    # backprop out = np.sum(h * h)
    dh = (2 * h) * dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    x_rows = []
    da_rows = []
    for t in reversed(range(x.shape[0])):
        h_before, tanh_a = steps[t]
        # computed again, not kept
        a = x[t] @ w + h_before
        # backprop h = tanh_a * a
        dtanh_a = a * dh
        da = tanh_a * dh
        # backprop tanh_a = np.tanh(a)
        da += (1 - tanh_a**2) * dtanh_a
        # backprop a = x[t] @ w + h
        dx[t] = w @ da
        x_rows.append(x[t])
        da_rows.append(da)
        dh = da
    # backprop of all turns: a = x[t] @ w + h
    dw += np.array(x_rows).T @ np.array(da_rows)
    return dx, dw, dh


def in_an_arm_forward(x: "N", k: float):
    """Forward pass of in_an_arm: out and the cache (references, not copies)."""
    if k > 0:
        y = np.sin(x) * k  # backprop: recompute
        z = y * y
    else:
        z = x
    out = np.sum(z * z)
    cache = (x, k, z)
    return out, cache


def in_an_arm_backward(dout, cache):
    """Backward pass of in_an_arm: dx (N,) and dk, from dout."""
    x, k, z = cache
    # backprop out = np.sum(z * z)
    dz = (2 * z) * dout
    if k > 0:
        # computed again, not kept
        sin_x = np.sin(x)
        y = sin_x * k
        # backprop z = y * y
        dy = (2 * y) * dz
        # backprop y = sin_x * k
        dsin_x = k * dy
        dk = sin_x @ dy
        # backprop sin_x = np.sin(x)
        dx = np.cos(x) * dsin_x
    else:
        # backprop z = x
        dx = dz
        dk = 0.0
    return dx, dk


def rebound_forward(x: "N"):
    """Forward pass of rebound: out and the cache (references, not copies)."""
    y = np.sin(x)  # backprop: recompute
    z = y * y
    y = np.cos(z)
    out = np.sum(y * z)
    cache = (x, z, y)
    return out, cache


def rebound_backward(dout, cache):
    """Backward pass of rebound: dx (N,), from dout."""
    x, z, y = cache
    # backprop out = np.sum(y * z)
    dy = z * dout
    dz = y * dout
    # backprop y = np.cos(z)
    dz -= np.sin(z) * dy
    # computed again, not kept
    y_again = np.sin(x)
    # backprop z = y * y
    dy = (2 * y_again) * dz
    # backprop y = np.sin(x)
    dx = np.cos(x) * dy
    return dx


def written_forward(x: "N"):
    """Forward pass of written: out and the cache (references, not copies)."""
    y = np.sin(x)  # backprop: recompute
    z = y * y
    y[1] = 3 * x[0]
    out = np.sum(z * y)
    cache = (x, z, y)
    return out, cache


def written_backward(dout, cache):
    """Backward pass of written: dx (N,), from dout."""
    x, z, y = cache
    # backprop out = np.sum(z * y)
    dz = y * dout
    dy = z * dout
    # backprop y[1] = 3 * x[0]
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dx[0] = 3 * dy[1]
    dy[1] = 0.0
    # computed again, not kept
    y_again = np.sin(x)
    # backprop z = y * y
    dy += (2 * y_again) * dz
    # backprop y = np.sin(x)
    dx += np.cos(x) * dy
    return dx


def taken_apart_forward(A: "N N", x: "N"):
    """Forward pass of taken_apart: out and the cache (references, not copies)."""
    w, v = np.linalg.eigh(A)  # backprop: recompute
    v_T_at_x = v.T @ x
    v_T_at_x_sqr = v_T_at_x**2
    out = np.sum(w * v_T_at_x_sqr)
    cache = (A, x, v_T_at_x, v_T_at_x_sqr)
    return out, cache


def taken_apart_backward(dout, cache):
    """Backward pass of taken_apart: dA (N, N) and dx (N,), from dout."""
    A, x, v_T_at_x, v_T_at_x_sqr = cache
    # computed again, not kept
    w, v = np.linalg.eigh(A)
    # backprop out = np.sum(w * v_T_at_x_sqr)
    dw = v_T_at_x_sqr * dout
    dv_T_at_x_sqr = w * dout
    # backprop v_T_at_x_sqr = v_T_at_x**2
    dv_T_at_x = (2 * v_T_at_x) * dv_T_at_x_sqr
    # backprop v_T_at_x = v.T @ x
    dv = np.outer(dv_T_at_x, x).T
    dx = v @ dv_T_at_x
    # backprop w, v = np.linalg.eigh(A)
    dA = fold_tril(v @ (np.diag(dw) + inverse_gaps(w) * (v.T @ dv)) @ v.T)
    return dA, dx


def returned_forward(x: "N D", w: "D D", b: "D"):
    """Forward pass of returned: out (N, D) and the cache (references, not copies)."""
    out, _ = block_forward(np.sin(x), w, b)  # backprop: recompute
    cache = (x, w, b)
    return out, cache


def returned_backward(dout, cache):
    """Backward pass of returned: dx (N, D), dw (D, D) and db (D,), from dout (N, D)."""
    x, w, b = cache
    # computed again, not kept
    sin_x = np.sin(x)
    _, block_cache = block_forward(sin_x, w, b)
    # backprop out = block(sin_x, w, b)
    dsin_x, dw, db = block_backward(dout, block_cache)
    # backprop sin_x = np.sin(x)
    dx = np.cos(x) * dsin_x
    return dx, dw, db
