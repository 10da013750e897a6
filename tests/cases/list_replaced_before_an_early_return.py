# arguments grown: x=(), y=(), s=(), n=2
# arguments grown: x=(), y=(), s=(), n=0
# arguments in_a_branch: x=(), y=(), s=(), n=2
# arguments in_a_branch: x=(), y=(), s=(), n=0
# arguments of_another_size: x=(), y=(), s=(), n=2
# arguments of_another_size: x=(), y=(), s=(), n=0
# first order only in_a_branch: two lists hold the same numbers
import numpy as np


def grown(x: float, y: float, s: float, n: int):
    xs = [x * 2, y]
    if n > 0:
        xs.append(x * y)
    if n > 1:
        xs = [y, x]
        return y * 3.0
    xs[0] = y * s
    return xs[0] * x


def in_a_branch(x: float, y: float, s: float, n: int):
    xs = [x, y]
    if n > 0:
        xs.append(x * y)
        if n > 1:
            xs = [y, x]
            return y * 3.0
        xs[0] = y * s
    return y * sum(xs)


def of_another_size(x: float, y: float, s: float, n: int):
    xs = np.array([x * 2, y])
    if n > 1:
        xs = np.zeros(1)
        return y * 3.0
    xs[1] = y * s
    return xs[0] * x


# output
"""Forward and backward passes of list_replaced_before_an_early_return.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def copy_of(x):
    """A copy of a number, an array, or a nest of them."""
    if isinstance(x, dict):
        return {key: copy_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        items = [copy_of(item) for item in x]
        return items if isinstance(x, list) else tuple(items)
    return x.copy() if isinstance(x, np.ndarray) else x


def grown_forward(x: float, y: float, s: float, n: int):
    """Forward pass of grown: out and the cache (references, not copies)."""
    xs = [x * 2, y]
    if n > 0:
        x_times_y = x * y
        xs.append(x_times_y)
    xs_before = copy_of(xs)
    if n > 1:
        xs1 = [y, x]
        out = y * 3.0
    else:
        xs[0] = y * s
        out = xs[0] * x
    cache = (x, y, s, n, xs_before, xs)
    return out, cache


def grown_backward(dout, cache):
    """Backward pass of grown: dx, dy and ds, from dout."""
    x, y, s, n, xs_before, xs = cache
    if n > 1:
        # backprop out = y * 3.0
        dy = 3.0 * dout
        ds = 0.0
        dx = 0.0
        dxs = [0.0] * len(xs_before)
    else:
        # backprop out = xs[0] * x
        dxs = [0.0] * len(xs)
        dxs[0] = x * dout
        dx = xs[0] * dout
        # backprop xs[0] = y * s
        dy = s * dxs[0]
        ds = y * dxs[0]
        dxs[0] = 0.0
    if n > 0:
        # backprop xs.append(x_times_y)
        dx_times_y = np.sum(dxs.pop())
        # backprop x_times_y = x * y
        dx += y * dx_times_y
        dy += x * dx_times_y
    # backprop xs = [x * 2, y]
    dx += 2 * dxs[0]
    dy += dxs[1]
    return dx, dy, ds


def in_a_branch_forward(x: float, y: float, s: float, n: int):
    """Forward pass of in_a_branch: out and the cache (references, not copies)."""
    xs = [x, y]
    xs2 = xs
    sum_xs = None
    out_sum_xs = None
    if n > 0:
        x_times_y = x * y
        xs.append(x_times_y)
        if n > 1:
            xs1 = [y, x]
            out = y * 3.0
        else:
            xs2 = xs.copy()
            xs2[0] = y * s
            sum_xs = sum(xs2)
            out = y * sum_xs
    else:
        out_sum_xs = sum(xs)
        out = y * out_sum_xs
    cache = (x, y, s, n, xs, xs2, sum_xs, out_sum_xs)
    return out, cache


def in_a_branch_backward(dout, cache):
    """Backward pass of in_a_branch: dx, dy and ds, from dout."""
    x, y, s, n, xs, xs2, sum_xs, out_sum_xs = cache
    if n > 0:
        if n > 1:
            # backprop out = y * 3.0
            dy = 3.0 * dout
            ds = 0.0
            dxs2 = [0.0] * len(xs)
        else:
            # backprop out = y * sum_xs
            dy = sum_xs * dout
            dsum_xs = y * dout
            # backprop sum_xs = sum(xs2)
            dxs2 = [dsum_xs] * len(xs2)
            # backprop xs2 = xs.copy(); xs2[0] = y * s
            dy += s * dxs2[0]
            ds = y * dxs2[0]
            dxs2[0] = 0.0
        # backprop xs.append(x_times_y)
        dx_times_y = np.sum(dxs2.pop())
        # backprop x_times_y = x * y
        dx = y * dx_times_y
        dy += x * dx_times_y
    else:
        # backprop out = y * out_sum_xs
        dy = out_sum_xs * dout
        dout_sum_xs = y * dout
        # backprop out_sum_xs = sum(xs)
        dxs2 = [dout_sum_xs] * 2
        ds = 0.0
        dx = 0.0
    # backprop xs = [x, y]
    dx += dxs2[0]
    dy += dxs2[1]
    return dx, dy, ds


def of_another_size_forward(x: float, y: float, s: float, n: int):
    """Forward pass of of_another_size: out and the cache (references, not copies)."""
    xs = np.array([x * 2, y])
    xs2 = xs
    if n > 1:
        xs1 = np.zeros(1)
        out = y * 3.0
    else:
        xs2 = xs.copy()
        xs2[1] = y * s
        out = xs2[0] * x
    cache = (x, y, s, n, xs, xs2)
    return out, cache


def of_another_size_backward(dout, cache):
    """Backward pass of of_another_size: dx, dy and ds, from dout."""
    x, y, s, n, xs, xs2 = cache
    if n > 1:
        # backprop out = y * 3.0
        dy = 3.0 * dout
        ds = 0.0
        dx = 0.0
        dxs2 = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    else:
        # backprop out = xs2[0] * x
        dxs2 = np.zeros_like(xs2, dtype=np.result_type(xs2, 1.0))
        dxs2[0] = x * dout
        dx = xs2[0] * dout
        # backprop xs2 = xs.copy(); xs2[1] = y * s
        dy = s * dxs2[1]
        ds = y * dxs2[1]
        dxs2[1] = 0.0
    # backprop xs = np.array([x * 2, y])
    dx += 2 * dxs2[0]
    dy += dxs2[1]
    return dx, dy, ds
