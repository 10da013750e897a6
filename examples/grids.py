"""Stencils and convolutions on grids, in place and by loops."""

import numpy as np


def heat(u0: "N M", rate: float, steps: int):
    """Heat that spreads over a plate whose border is kept."""
    u = u0.copy()
    for _ in range(steps):
        around = u[:-2, 1:-1] + u[2:, 1:-1] + u[1:-1, :-2] + u[1:-1, 2:]
        u[1:-1, 1:-1] += rate * (around - 4 * u[1:-1, 1:-1])
    return u


def smoothed(u0: "N M", sweeps: int):
    """Gauss-Seidel sweeps for Laplace's equation, each entry from what its neighbours are by then."""
    u = u0.copy()
    N, M = u.shape
    for _ in range(sweeps):
        for i in range(1, N - 1):
            for j in range(1, M - 1):
                u[i, j] = 0.25 * (u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1])
    return u


def conv_layer(x: "C H W", w: "F C K K", b: "F", stride: int):
    """A layer of filters, one place of each at a time."""
    _, H, W = x.shape
    F, _, K, _ = w.shape
    rows, columns = (H - K) // stride + 1, (W - K) // stride + 1
    out = np.zeros((F, rows, columns))
    for f in range(F):
        for i in range(rows):
            for j in range(columns):
                window = x[:, i * stride : i * stride + K, j * stride : j * stride + K]
                out[f, i, j] = np.sum(window * w[f]) + b[f]
    return out


def max_pool(x: "C H W", size: int):
    """The largest entry of each square."""
    _, H, W = x.shape
    out = np.zeros((len(x), H // size, W // size))
    for i in range(H // size):
        for j in range(W // size):
            square = x[:, i * size : (i + 1) * size, j * size : (j + 1) * size]
            out[:, i, j] = np.max(square, axis=(1, 2))
    return out


def conv_net(
    x: "1 H W", label: int, w1: "F 1 K K", b1: "F", w2: "G F K K", b2: "G", w3: "P 10", b3: "10"
):
    """Cross-entropy of two layers of filters and a linear one."""
    hidden = max_pool(np.maximum(0, conv_layer(x, w1, b1, 1)), 2)
    hidden = np.maximum(0, conv_layer(hidden, w2, b2, 1))
    scores = hidden.ravel() @ w3 + b3
    scores = scores - np.max(scores)
    return np.log(np.sum(np.exp(scores))) - scores[label]
