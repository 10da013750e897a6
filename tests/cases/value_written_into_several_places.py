# arguments rotated: x=(3,), angle=0.3
# arguments bound: x=(4,), c=0.7
# arguments whole: x=(4,), c=0.7
# arguments lists: x=(2,), c=0.7
# first order only bound: dshared and dy share memory
# first order only whole: dc and dy share memory
import numpy as np


def rotated(x: "3", angle: float):
    J = np.zeros((3, 3))
    J[2, 2] = 1.0
    J[0, 0] = J[1, 1] = np.cos(angle)
    J[0, 1] = s = np.sin(angle)
    J[1, 0] = -s
    return J @ x


def bound(x: "N", c: float):
    y = 2 * x
    a = y[0] = y[1] = c * x[0]
    y[2] = y[3] = y[0] * y[2]
    return a * y


def whole(x: "N", c: float):
    y = 2 * x
    z = 3 * x
    y[:] = z[:] = c * x
    z[0] = y[1] = c
    return y * z


def lists(x: "N", c: float):
    rows = [[0.0] * 2, [0.0] * 2]
    rows[0][0] = rows[1][1] = c
    return rows[0][0] * rows[1][1] * x


# output
"""Forward and backward passes of value_written_into_several_places.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def rotated_forward(x: "3", angle: float):
    """Forward pass of rotated: out (3,) and the cache (references, not copies)."""
    J = np.zeros((3, 3))
    J[2, 2] = 1.0
    shared = np.cos(angle)
    J[0, 0] = shared
    J[1, 1] = shared
    s = np.sin(angle)
    J[0, 1] = s
    J[1, 0] = -s
    out = J @ x
    cache = (x, angle, J)
    return out, cache


def rotated_backward(dout, cache):
    """Backward pass of rotated: dx (3,) and dangle, from dout (3,)."""
    x, angle, J = cache
    # backprop out = J @ x
    dJ = np.outer(dout, x)
    dx = J.T @ dout
    # backprop J[1, 0] = -s
    ds = -dJ[1, 0]
    # backprop J[0, 1] = s
    ds += dJ[0, 1]
    # backprop s = np.sin(angle)
    dangle = np.cos(angle) * ds
    # backprop J[1, 1] = shared
    dshared = dJ[1, 1]
    # backprop J[0, 0] = shared
    dshared += dJ[0, 0]
    # backprop shared = np.cos(angle)
    dangle -= np.sin(angle) * dshared
    return dx, dangle


def bound_forward(x: "N", c: float):
    """Forward pass of bound: out (N,) and the cache (references, not copies)."""
    y = 2 * x
    a = c * x[0]
    y[0] = a
    y[1] = a
    shared = y[0] * y[2]
    y1 = y.copy()
    y1[2] = shared
    y1[3] = shared
    out = a * y1
    cache = (x, c, a, y, y1)
    return out, cache


def bound_backward(dout, cache):
    """Backward pass of bound: dx (N,) and dc, from dout (N,)."""
    x, c, a, y, y1 = cache
    # backprop out = a * y1
    da = y1 @ dout
    dy1 = a * dout
    # backprop y1[3] = shared
    dshared = dy1[3]
    dy1[3] = 0.0
    # backprop y1 = y.copy(); y1[2] = shared
    dshared += dy1[2]
    dy1[2] = 0.0
    # backprop shared = y[0] * y[2]
    dy1[0] += y[2] * dshared
    dy1[2] += y[0] * dshared
    # backprop y[1] = a
    da += dy1[1]
    dy1[1] = 0.0
    # backprop y[0] = a
    da += dy1[0]
    dy1[0] = 0.0
    # backprop a = c * x[0]
    dc = x[0] * da
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dx[0] = c * da
    # backprop y = 2 * x
    dx += 2 * dy1
    return dx, dc


def whole_forward(x: "N", c: float):
    """Forward pass of whole: out (N,) and the cache (references, not copies)."""
    y = 2 * x
    z = 3 * x
    shared = c * x
    y[:] = shared
    z[:] = shared
    z[0] = c
    y[1] = c
    out = y * z
    cache = (x, c, z, y)
    return out, cache


def whole_backward(dout, cache):
    """Backward pass of whole: dx (N,) and dc, from dout (N,)."""
    x, c, z, y = cache
    # backprop out = y * z
    dy = z * dout
    dz = y * dout
    # backprop y[1] = c
    dc = dy[1]
    dy[1] = 0.0
    # backprop z[0] = c
    dc += dz[0]
    dz[0] = 0.0
    # backprop z[:] = shared
    dshared = 1 * dz[:]
    dz[:] = 0.0
    # backprop y[:] = shared
    dshared += dy[:]
    dy[:] = 0.0
    # backprop shared = c * x
    dc += x @ dshared
    dx = c * dshared
    # backprop z = 3 * x
    dx += 3 * dz
    # backprop y = 2 * x
    dx += 2 * dy
    return dx, dc


def lists_forward(x: "N", c: float):
    """Forward pass of lists: out (N,) and the cache (references, not copies)."""
    rows_0 = [0.0] * 2
    rows_1 = [0.0] * 2
    rows_0[0] = c
    rows_1[1] = c
    rows_0_0_times_rows_1_1 = rows_0[0] * rows_1[1]
    out = rows_0_0_times_rows_1_1 * x
    cache = (x, rows_0, rows_1, rows_0_0_times_rows_1_1)
    return out, cache


def lists_backward(dout, cache):
    """Backward pass of lists: dx (N,) and dc, from dout (N,)."""
    x, rows_0, rows_1, rows_0_0_times_rows_1_1 = cache
    # backprop out = rows_0_0_times_rows_1_1 * x
    drows_0_0_times_rows_1_1 = x @ dout
    dx = rows_0_0_times_rows_1_1 * dout
    # backprop rows_0_0_times_rows_1_1 = rows_0[0] * rows_1[1]
    drows_0 = [0.0] * len(rows_0)
    drows_0[0] = rows_1[1] * drows_0_0_times_rows_1_1
    drows_1 = [0.0] * len(rows_1)
    drows_1[1] = rows_0[0] * drows_0_0_times_rows_1_1
    # backprop rows_1[1] = c
    dc = drows_1[1]
    # backprop rows_0[0] = c
    dc += drows_0[0]
    return dx, dc
