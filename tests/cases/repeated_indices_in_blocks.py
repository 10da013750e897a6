# arguments in_a_loop: x=(4,), k=np.array([0, 2, 0]), n=2
# arguments in_a_branch: x=(4,), k=np.array([0, 2, 0]), c=1.0
# arguments of_rows: E=(4, 2), tokens=np.array([[0, 1, 0], [3, 3, 3]])
# arguments without_annotations: x=(4,), k=np.array([0, 2, 0]), n=2
import numpy as np


def in_a_loop(x: "N", k: "K int", n: int):
    total = 0.0
    for i in range(n):
        total += np.sum(x[k] ** 2)
        x = np.sin(x)
    return total


def in_a_branch(x: "N", k: "K int", c: float):
    if c > 0:
        out = np.sum(x[k] ** 2)
    else:
        out = np.sum(x[:2])
    return out


def of_rows(E: "V D", tokens: "B T int"):
    total = np.zeros(2)
    for row in tokens:
        total = total + np.prod(E[row], axis=0)
    return total


def without_annotations(x, k, n):
    total = 0.0
    for i in range(n):
        total += np.sum(x[k] ** 2)
        x = np.sin(x)
    return total


# output
"""Forward and backward passes of repeated_indices_in_blocks.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def from_rows(rows, x, axis):
    """The inverse of rows_of: the shape of x again."""
    axes = np.arange(np.ndim(x)) if axis is None else np.atleast_1d(axis)
    ends = np.arange(-len(axes), 0)
    return np.moveaxis(
        np.reshape(rows, np.shape(np.moveaxis(x, axes, ends))), ends, axes
    )


def products_of_others(x, axis=None):
    """For each entry the product of all others that np.prod(x, axis) takes."""
    rows = rows_of(x, axis)
    one = np.ones_like(rows[..., :1])
    before = np.cumprod(np.concatenate([one, rows[..., :-1]], axis=-1), axis=-1)
    behind = np.cumprod(np.concatenate([one, rows[..., :0:-1]], axis=-1), axis=-1)
    return from_rows(before * behind[..., ::-1], x, axis)


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


def in_a_loop_forward(x: "N", k: "K int", n: int):
    """Forward pass of in_a_loop: total and the cache (references, not copies)."""
    total = 0.0
    steps = []
    for i in range(n):
        x_k = x[k]
        total += np.sum(x_k**2)
        steps.append((x, x_k))
        x = np.sin(x)
    cache = (k, steps, x)
    return total, cache


def in_a_loop_backward(dtotal, cache):
    """Backward pass of in_a_loop: dx (N,), from dtotal."""
    k, steps, x = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for x, x_k in reversed(steps):
        # backprop x = np.sin(x)
        dx = np.cos(x) * dx
        # backprop total += np.sum(x_k**2)
        dx_k = (2 * x_k) * dtotal
        # backprop x_k = x[k]
        np.add.at(dx, k, dx_k)
    return dx


def in_a_branch_forward(x: "N", k: "K int", c: float):
    """Forward pass of in_a_branch: out and the cache (references, not copies)."""
    x_k = None
    if c > 0:
        x_k = x[k]
        out = np.sum(x_k**2)
    else:
        out = np.sum(x[:2])
    cache = (x, k, c, x_k)
    return out, cache


def in_a_branch_backward(dout, cache):
    """Backward pass of in_a_branch: dx (N,) and dc, from dout."""
    x, k, c, x_k = cache
    if c > 0:
        # backprop out = np.sum(x_k**2)
        dx_k = (2 * x_k) * dout
        # backprop x_k = x[k]
        dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
        np.add.at(dx, k, dx_k)
    else:
        # backprop out = np.sum(x[:2])
        dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
        dx[:2] = dout
    dc = 0.0
    return dx, dc


def of_rows_forward(E: "V D", tokens: "B T int"):
    """Forward pass of of_rows: total (2,) and the cache (references, not copies)."""
    total = np.zeros(2)
    steps = []
    for row in tokens:
        E_row = E[row]
        prod_E_row = np.prod(E_row, axis=0)
        total = total + prod_E_row
        steps.append((E_row, prod_E_row))
    cache = (E, tokens, steps)
    return total, cache


def of_rows_backward(dtotal, cache):
    """Backward pass of of_rows: dE (V, D), from dtotal (2,)."""
    E, tokens, steps = cache
    dE = np.zeros_like(E, dtype=np.result_type(E, 1.0))
    for i in reversed(range(len(tokens))):
        E_row, prod_E_row = steps[i]
        row = tokens[i]
        # backprop total = total + prod_E_row
        dprod_E_row = unbroadcast(dtotal, prod_E_row)
        # backprop prod_E_row = np.prod(E_row, axis=0)
        dE_row = products_of_others(E_row, 0) * np.expand_dims(dprod_E_row, 0)
        # backprop E_row = E[row]
        np.add.at(dE, row, dE_row)
    return dE


def without_annotations_forward(x, k, n):
    """Forward pass of without_annotations.

    Gives total and the cache (references, not copies).
    """
    total = 0.0
    steps = []
    for i in range(n):
        x_k = x[k]
        total += np.sum(x_k**2)
        steps.append((x, x_k))
        x = np.sin(x)
    cache = (k, steps, x)
    return total, cache


def without_annotations_backward(dtotal, cache):
    """Backward pass of without_annotations: dx, from dtotal."""
    k, steps, x = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for x, x_k in reversed(steps):
        # backprop x = np.sin(x)
        dx = np.cos(x) * dx
        # backprop total += np.sum(x_k**2)
        dx_k = (2 * x_k) * dtotal
        # backprop x_k = x[k]
        np.add.at(dx, k, dx_k)
    return dx
