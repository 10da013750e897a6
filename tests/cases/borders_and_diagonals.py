# arguments: x=(4, 3), v=(3,), c=1.5, p=2
import numpy as np


def f(x: "N D", v: "D", c: float, p: int):
    framed = np.pad(x, ((1, 1), (0, 2)))
    raised = np.pad(v, 1, constant_values=c)
    wider = np.pad(x, p)
    level = np.pad(v, (0, 2), mode="mean")
    square = np.diagflat(v) + np.roll(np.diag(v), (1, 2), axis=(0, 1))
    turned = np.reshape(np.rollaxis(x, 1), (-1,), order="F")
    return framed, raised, wider, level, square, turned, np.trace(x, 1), x.flat[2]


# output
"""Forward and backward passes of borders_and_diagonals.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def pad_border_dx(dz, x, width, mode):
    """The gradient on x of np.pad(x, width, mode), for "mean" and "linear_ramp"."""
    width = np.broadcast_to(width, (x.ndim, 2))
    for axis in reversed(range(x.ndim)):
        (before, after), n = width[axis], x.shape[axis]
        dz = np.moveaxis(dz, axis, 0)
        first, inner, last = (
            dz[:before],
            dz[before : before + n].copy(),
            dz[before + n :],
        )
        if mode == "mean":
            inner += (np.sum(first, axis=0) + np.sum(last, axis=0)) / n
        else:
            up = (np.arange(before) / max(before, 1)).astype(dz.dtype)
            down = (np.arange(after)[::-1] / max(after, 1)).astype(dz.dtype)
            inner[0] += np.tensordot(up, first, 1)
            inner[-1] += np.tensordot(down, last, 1)
        dz = np.moveaxis(inner, 0, axis)
    return dz


def unpad(g, x, width):
    """g without the border that np.pad(x, width) adds."""
    width = np.broadcast_to(width, (x.ndim, 2))
    return g[tuple(slice(before, before + n) for (before, _), n in zip(width, x.shape))]


def f_forward(x: "N D", v: "D", c: float, p: int):
    """Forward pass of f.

    Gives framed, raised, wider, level, square (D, D), turned (D*N,), out, out1 and the
    cache (references, not copies).
    """
    framed = np.pad(x, ((1, 1), (0, 2)))
    raised = np.pad(v, 1, constant_values=c)
    wider = np.pad(x, p)
    level = np.pad(v, (0, 2), mode="mean")
    square = np.diagflat(v) + np.roll(np.diag(v), (1, 2), axis=(0, 1))
    rollaxis_x = np.rollaxis(x, 1)
    turned = np.reshape(rollaxis_x, (-1,), order="F")
    ravel_x = np.ravel(x)
    out = np.trace(x, 1)
    out1 = ravel_x[2]
    cache = (x, v, p, rollaxis_x, ravel_x)
    return framed, raised, wider, level, square, turned, out, out1, cache


def f_backward(dframed, draised, dwider, dlevel, dsquare, dturned, dout, dout1, cache):
    """Backward pass of f.

    Gives dx (N, D), dv (D,) and dc, from dframed, draised, dwider, dlevel,
    dsquare (D, D), dturned (D*N,), dout and dout1.
    """
    x, v, p, rollaxis_x, ravel_x = cache
    # backprop out1 = ravel_x[2]
    dravel_x = np.zeros_like(ravel_x, dtype=np.result_type(ravel_x, 1.0))
    dravel_x[2] = dout1
    # backprop out = np.trace(x, 1)
    dx = np.eye(x.shape[0], x.shape[1], k=1, dtype=bool) * dout
    # backprop ravel_x = np.ravel(x)
    dx += np.reshape(dravel_x, x.shape)
    # backprop turned = np.reshape(rollaxis_x, (-1,), order="F")
    drollaxis_x = np.reshape(dturned, rollaxis_x.shape, order="F")
    # backprop rollaxis_x = np.rollaxis(x, 1)
    dx += np.moveaxis(drollaxis_x, 0, 1)
    # backprop square = np.diagflat(v) + np.roll(np.diag(v), (1, 2), axis=(0, 1))
    dv = 1.0 * np.diag(dsquare)
    dv += np.diag(np.roll(dsquare, (-1, -2), axis=(0, 1)))
    # backprop level = np.pad(v, (0, 2), mode="mean")
    dv += pad_border_dx(dlevel, v, (0, 2), "mean")
    # backprop wider = np.pad(x, p)
    dx += unpad(dwider, x, p)
    # backprop raised = np.pad(v, 1, constant_values=c)
    dv += draised[1:-1]
    dc = np.sum(draised) - np.sum(draised[1:-1])
    # backprop framed = np.pad(x, ((1, 1), (0, 2)))
    dx += dframed[1:-1, :-2]
    return dx, dv, dc
