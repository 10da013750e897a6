"""Forward and backward passes of examples/grids.py: do not edit.

Made again by `backprop build examples/grids.py`.
"""

import numpy as np


def from_rows(rows, x, axis):
    """The inverse of rows_of: the shape of x again."""
    axes = np.arange(np.ndim(x)) if axis is None else np.atleast_1d(axis)
    ends = np.arange(-len(axes), 0)
    return np.moveaxis(
        np.reshape(rows, np.shape(np.moveaxis(x, axes, ends))), ends, axes
    )


def is_first_max(x, axis=None):
    """True where np.max(x, axis) has its value from, the first on a tie; else False."""
    rows = rows_of(x, axis)
    first = np.arange(rows.shape[-1]) == np.argmax(rows, axis=-1)[..., None]
    return from_rows(first, x, axis)


def rows_of(x, axis):
    """x with the axes of a reduction (None is all) moved to the end and made one."""
    axes = np.arange(np.ndim(x)) if axis is None else np.atleast_1d(axis)
    moved = np.moveaxis(x, axes, np.arange(-len(axes), 0))
    size = np.prod(moved.shape[np.ndim(x) - len(axes) :], dtype=int)
    return np.reshape(moved, (*moved.shape[: np.ndim(x) - len(axes)], size))


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


def heat_forward(u0: "N M", rate: float, steps: int):
    """Heat that spreads over a plate whose border is kept.

    Forward pass of heat: u (N, M) and the cache (references, not copies).
    """
    u = u0.copy()
    steps1 = []
    for _ in range(steps):
        around = u[:-2, 1:-1] + u[2:, 1:-1] + u[1:-1, :-2] + u[1:-1, 2:]
        u_diff = around - 4 * u[1:-1, 1:-1]
        u[1:-1, 1:-1] += rate * u_diff
        steps1.append(u_diff)
    cache = (rate, steps1)
    return u, cache


def heat_backward(du: "N M", cache):
    """Backward pass of heat: du0 (N, M) and drate, from du (N, M)."""
    rate, steps1 = cache
    drate = 0.0
    du = 1.0 * du
    for u_diff in reversed(steps1):
        # backprop u[1:-1, 1:-1] += rate * u_diff
        drate += np.sum(u_diff * du[1:-1, 1:-1])
        du_diff = rate * du[1:-1, 1:-1]
        # backprop u_diff = around - 4 * u[1:-1, 1:-1]
        daround = du_diff
        du[1:-1, 1:-1] -= 4 * du_diff
        # backprop around = u[:-2, 1:-1] + u[2:, 1:-1] + u[1:-1, :-2] + u[1:-1, 2:]
        du[:-2, 1:-1] += daround
        du[2:, 1:-1] += daround
        du[1:-1, :-2] += daround
        du[1:-1, 2:] += daround
    # backprop u = u0.copy()
    du0 = du
    return du0, drate


def smoothed_forward(u0: "N M", sweeps: int):
    """Gauss-Seidel sweeps for Laplace's equation, each entry from what its neighbours are by then.

    Forward pass of smoothed: u (N, M) and the cache (references, not copies).
    """
    u = u0.copy()
    N, M = u.shape
    for _ in range(sweeps):
        for i in range(1, N - 1):
            for j in range(1, M - 1):
                u_sum = u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1]
                u[i, j] = 0.25 * u_sum
    cache = (sweeps, N, M)
    return u, cache


def smoothed_backward(du: "N M", cache):
    """Backward pass of smoothed: du0 (N, M), from du (N, M)."""
    sweeps, N, M = cache
    du = 1.0 * du
    for _ in range(sweeps):
        for i in reversed(range(1, N - 1)):
            for j in reversed(range(1, M - 1)):
                # backprop u[i, j] = 0.25 * u_sum
                du_sum = 0.25 * du[i, j]
                du[i, j] = 0.0
                # backprop u_sum = u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1]
                du[i - 1, j] += du_sum
                du[i + 1, j] += du_sum
                du[i, j - 1] += du_sum
                du[i, j + 1] += du_sum
    # backprop u = u0.copy()
    du0 = du
    return du0


def conv_layer_forward(x: "C H W", w: "F C K K", b: "F", stride: int):
    """A layer of filters, one place of each at a time.

    Forward pass of conv_layer: out and the cache (references, not copies).
    """
    _, H, W = x.shape
    F, _, K, _ = w.shape
    rows, columns = (H - K) // stride + 1, (W - K) // stride + 1
    out = np.zeros((F, rows, columns))
    steps = []
    for f in range(F):
        steps1 = []
        for i in range(rows):
            steps2 = []
            for j in range(columns):
                window = x[:, i * stride : i * stride + K, j * stride : j * stride + K]
                sum_in = window * w[f]
                out[f, i, j] = np.sum(sum_in) + b[f]
                steps2.append((window, sum_in))
            steps1.append(steps2)
        steps.append(steps1)
    cache = (x, w, b, stride, F, K, rows, columns, steps)
    return out, cache


def conv_layer_backward(dout, cache):
    """Backward pass of conv_layer.

    Gives dx (C, H, W), dw (F, C, K, K) and db (F,), from dout.
    """
    x, w, b, stride, F, K, rows, columns, steps = cache
    db = np.zeros_like(b, dtype=np.result_type(b, 1.0))
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for f in reversed(range(F)):
        steps1 = steps[f]
        for i in reversed(range(rows)):
            steps2 = steps1[i]
            for j in reversed(range(columns)):
                window, sum_in = steps2[j]
                # backprop out[f, i, j] = np.sum(sum_in) + b[f]
                dsum_in = np.ones_like(sum_in) * dout[f, i, j]
                db[f] += dout[f, i, j]
                # backprop sum_in = window * w[f]
                dwindow = unbroadcast(w[f] * dsum_in, window)
                dw[f] += unbroadcast(window * dsum_in, w[f])
                # backprop window = x[:, i * stride : i * stride + K,
                #     j * stride : j * stride + K]
                dx[
                    :, i * stride : i * stride + K, j * stride : j * stride + K
                ] += dwindow
    return dx, dw, db


def max_pool_forward(x: "C H W", size: int):
    """The largest entry of each square.

    Forward pass of max_pool: out and the cache (references, not copies).
    """
    _, H, W = x.shape
    out = np.zeros((len(x), H // size, W // size))
    steps = []
    for i in range(H // size):
        steps1 = []
        for j in range(W // size):
            square = x[:, i * size : (i + 1) * size, j * size : (j + 1) * size]
            out[:, i, j] = np.max(square, axis=(1, 2))
            steps1.append(square)
        steps.append(steps1)
    cache = (x, size, H, W, steps)
    return out, cache


def max_pool_backward(dout, cache):
    """Backward pass of max_pool: dx (C, H, W), from dout."""
    x, size, H, W, steps = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(H // size)):
        steps1 = steps[i]
        for j in reversed(range(W // size)):
            square = steps1[j]
            # backprop out[:, i, j] = np.max(square, axis=(1, 2))
            dsquare = is_first_max(square, (1, 2)) * np.expand_dims(
                dout[:, i, j], (1, 2)
            )
            # backprop square = x[:, i * size : (i + 1) * size,
            #     j * size : (j + 1) * size]
            dx[:, i * size : (i + 1) * size, j * size : (j + 1) * size] += dsquare
    return dx


def conv_net_forward(
    x: "1 H W",
    label: int,
    w1: "F 1 K K",
    b1: "F",
    w2: "G F K K",
    b2: "G",
    w3: "P 10",
    b3: "10",
):
    """Cross-entropy of two layers of filters and a linear one.

    Forward pass of conv_net: out and the cache (references, not copies).
    """
    relu_in, conv_layer_cache = conv_layer_forward(x, w1, b1, 1)
    maximum_0 = np.maximum(0, relu_in)
    hidden, max_pool_cache = max_pool_forward(maximum_0, 2)
    hidden_relu_in, hidden_relu_in_cache = conv_layer_forward(hidden, w2, b2, 1)
    hidden = np.maximum(0, hidden_relu_in)
    ravel_hidden = hidden.ravel()
    scores = ravel_hidden @ w3 + b3
    max_scores = np.max(scores)
    scores1 = scores - max_scores
    log_sum_exp_scores = np.log(np.sum(np.exp(scores1)))
    out = log_sum_exp_scores - scores1[label]
    cache = (
        label,
        w3,
        conv_layer_cache,
        maximum_0,
        max_pool_cache,
        hidden_relu_in_cache,
        hidden,
        ravel_hidden,
        scores,
        scores1,
        log_sum_exp_scores,
    )
    return out, cache


def conv_net_backward(dout, cache):
    """Backward pass of conv_net.

    Gives dx (1, H, W), dw1 (F, 1, K, K), db1 (F,), dw2 (G, F, K, K), db2 (G,),
    dw3 (P, 10) and db3 (10,), from dout.
    """
    (
        label,
        w3,
        conv_layer_cache,
        maximum_0,
        max_pool_cache,
        hidden_relu_in_cache,
        hidden,
        ravel_hidden,
        scores,
        scores1,
        log_sum_exp_scores,
    ) = cache
    # backprop out = log_sum_exp_scores - scores1[label]
    dscores1 = np.zeros_like(scores1, dtype=np.result_type(scores1, 1.0))
    dscores1[label] = -dout
    # backprop log_sum_exp_scores = np.log(np.sum(np.exp(scores1)))
    dscores1 += np.exp(scores1 - log_sum_exp_scores) * dout
    # backprop scores1 = scores - max_scores
    dmax_scores = -np.sum(dscores1)
    dscores = dscores1
    # backprop max_scores = np.max(scores)
    dscores += is_first_max(scores) * dmax_scores
    # backprop scores = ravel_hidden @ w3 + b3
    dravel_hidden = w3 @ dscores
    dw3 = np.outer(ravel_hidden, dscores)
    db3 = dscores
    # backprop ravel_hidden = hidden.ravel()
    dhidden = np.reshape(dravel_hidden, hidden.shape)
    # backprop hidden = np.maximum(0, hidden_relu_in)
    dhidden_relu_in = (hidden > 0) * dhidden
    # backprop hidden_relu_in = conv_layer(hidden, w2, b2, 1)
    dhidden, dw2, db2 = conv_layer_backward(dhidden_relu_in, hidden_relu_in_cache)
    # backprop hidden = max_pool(maximum_0, 2)
    dmaximum_0 = max_pool_backward(dhidden, max_pool_cache)
    # backprop maximum_0 = np.maximum(0, relu_in)
    drelu_in = (maximum_0 > 0) * dmaximum_0
    # backprop relu_in = conv_layer(x, w1, b1, 1)
    dx, dw1, db1 = conv_layer_backward(drelu_in, conv_layer_cache)
    return dx, dw1, db1, dw2, db2, dw3, db3
