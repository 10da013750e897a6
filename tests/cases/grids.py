# arguments: x=(3,), y=(4,)
import numpy as np


def f(x: "N", y: "M"):
    X, Y = np.meshgrid(x, y, indexing="ij")
    grid = np.meshgrid(x, y, sparse=True)
    a, b = np.broadcast_arrays(x, X.T)
    return np.sum(X * Y**2) + np.sum(np.exp(grid[0]) * grid[1]) + np.sum(a * b)


# output
"""Forward and backward passes of grids.py, made by `backprop generate`: do not edit."""

import numpy as np


def f_forward(x: "N", y: "M"):
    """Forward pass of f: out and the cache (references, not copies)."""
    X, Y = np.meshgrid(x, y, indexing="ij")
    grid = np.meshgrid(x, y, sparse=True)
    a, b = np.broadcast_arrays(x, X.T)
    Y_sqr = Y**2
    exp_grid_0 = np.exp(grid[0])
    out = np.sum(X * Y_sqr) + np.sum(exp_grid_0 * grid[1]) + np.sum(a * b)
    cache = (X, Y, grid, a, b, Y_sqr, exp_grid_0)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dy (M,), from dout."""
    X, Y, grid, a, b, Y_sqr, exp_grid_0 = cache
    # backprop out = np.sum(X * Y_sqr) + np.sum(exp_grid_0 * grid[1]) + np.sum(a * b)
    dX = Y_sqr * dout
    dY_sqr = X * dout
    dexp_grid_0 = np.ones_like(exp_grid_0) * np.sum(
        grid[1] * dout, axis=0, keepdims=True
    )
    dgrid_1 = np.ones_like(grid[1]) * np.sum(exp_grid_0 * dout, axis=1, keepdims=True)
    da = b * dout
    db = a * dout
    # backprop exp_grid_0 = np.exp(grid[0])
    dgrid_0 = exp_grid_0 * dexp_grid_0
    # backprop Y_sqr = Y**2
    dY = (2 * Y) * dY_sqr
    # backprop a, b = np.broadcast_arrays(x, X.T)
    dx = np.sum(da, axis=0)
    dX += db.T
    # backprop grid = np.meshgrid(x, y, sparse=True)
    dx += dgrid_0[0]
    dy = dgrid_1[:, 0]
    # backprop X, Y = np.meshgrid(x, y, indexing="ij")
    dx += np.sum(dX, axis=1)
    dy += np.sum(dY, axis=0)
    return dx, dy
