# arguments f: xs=[0.3, 0.9, 0.5], ws=[(2, 2), (2, 2)], h=(2,), a=()
# arguments in_blocks: xs=[0.3, 0.9, 0.5], h=(2,), a=(), n=2
# names matter: an item is called after its list
import functools
import math
from functools import reduce

import numpy as np


def f(xs: list[float], ws: list["N N"], h: "N", a: float):
    def mixed(value, x):
        return value * a + x

    y = reduce(lambda state, w: np.tanh(w @ state), ws, h)
    t = sum((x * a for x in xs), a) + math.prod(xs) + math.fsum(xs)
    t = t + functools.reduce(mixed, xs, 0.0) * reduce(max, xs)
    return sum((y * x for x in xs), y) * t


def in_blocks(xs: list[float], h: "N", a: float, n: int):
    t = a
    for i in range(n):
        if t > 0:
            t = math.prod((x + i for x in xs), start=t)
        else:
            t = t + sum(xs, t)
    return reduce(lambda p, q: p * q if q > 0.4 else p, xs) * h * t


# output
"""Forward and backward passes of calls_that_keep_one_value.py: do not edit.

Made by `backprop generate`.
"""

import math

import numpy as np


def matmul_dx(dz, x, y):
    """The gradient on x of z = x @ y, whatever the ranks."""
    if np.ndim(y) == 1:
        dx = np.expand_dims(dz, -1) * y
    elif np.ndim(x) == 1:
        dx = (y @ np.expand_dims(dz, -1))[..., 0]
    else:
        dx = dz @ np.swapaxes(y, -1, -2)
    return unbroadcast(dx, x)


def matmul_dy(dz, x, y):
    """The gradient on y of z = x @ y, whatever the ranks."""
    if np.ndim(y) == 1:
        dy = np.expand_dims(dz, -1) * x
    elif np.ndim(x) == 1:
        dy = np.expand_dims(x, -1) * np.expand_dims(dz, -2)
    else:
        dy = np.swapaxes(x, -1, -2) @ dz
    return unbroadcast(dy, y)


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


def f_forward(xs: list[float], ws: list["N N"], h: "N", a: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    y = h
    steps = []
    for w1 in ws:
        y_before = y
        tanh_in = w1 @ y
        y = np.tanh(tanh_in)
        steps.append((y_before, y))
    total = a
    for x1 in xs:
        total = total + x1 * a
    product = 1
    product_before = []
    for x2 in xs:
        product_before.append(product)
        product *= x2
    t = total + product + math.fsum(xs)
    result = 0.0
    result_before = []
    for x3 in xs:
        result_before.append(result)
        result = result * a + x3
    result1 = xs[0]
    result1_before = []
    for x4 in xs[1:]:
        result1_before.append(result1)
        result1 = max(result1, x4)
    t = t + result * result1
    total1 = y
    total1_before = []
    for x5 in xs:
        total1_before.append(total1)
        total1 = total1 + y * x5
    out = total1 * t
    cache = (
        xs,
        ws,
        a,
        steps,
        y,
        product_before,
        result_before,
        result,
        result1_before,
        result1,
        t,
        total1_before,
        total1,
    )
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dxs, dws, dh (N,) and da, from dout."""
    (
        xs,
        ws,
        a,
        steps,
        y,
        product_before,
        result_before,
        result,
        result1_before,
        result1,
        t,
        total1_before,
        total1,
    ) = cache
    # backprop out = total1 * t
    dtotal1 = t * dout
    dt = np.sum(total1 * dout)
    dy = np.zeros_like(y, dtype=np.result_type(y, 1.0))
    dxs = [0.0] * len(xs)
    for i5 in reversed(range(len(xs))):
        total1 = total1_before[i5]
        x5 = xs[i5]
        # backprop total1 = total1 + y * x5
        dy += unbroadcast(x5 * dtotal1, y)
        dx5 = np.sum(y * dtotal1)
        dtotal1 = unbroadcast(dtotal1, total1)
        dxs[i5] = dx5
    # backprop total1 = y
    dy += dtotal1
    # backprop t = t + result * result1
    dresult = result1 * dt
    dresult1 = result * dt
    for i4 in reversed(range(len(xs[1:]))):
        result1 = result1_before[i4]
        x4 = xs[1:][i4]
        # backprop result1 = max(result1, x4)
        dx4 = (result1 < x4) * dresult1
        dresult1 = (result1 >= x4) * dresult1
        dxs[i4 + 1] += dx4
    # backprop result1 = xs[0]
    dxs[0] += dresult1
    da = 0.0
    for i3 in reversed(range(len(xs))):
        result = result_before[i3]
        # backprop result = result * a + x3
        da += result * dresult
        dx3 = dresult
        dresult = a * dresult
        dxs[i3] += dx3
    # backprop t = total + product + math.fsum(xs)
    dtotal = dt
    dproduct = dt
    dxs = [(item + dt) for item in dxs]
    for i2 in reversed(range(len(xs))):
        product = product_before[i2]
        x2 = xs[i2]
        # backprop product *= x2
        dx2 = product * dproduct
        dproduct = x2 * dproduct
        dxs[i2] += dx2
    for i1 in reversed(range(len(xs))):
        x1 = xs[i1]
        # backprop total = total + x1 * a
        dx1 = a * dtotal
        da += x1 * dtotal
        dxs[i1] += dx1
    # backprop total = a
    da += dtotal
    dws = zeros_of(ws)
    for i in reversed(range(len(ws))):
        y_before, y = steps[i]
        w1 = ws[i]
        # backprop y = np.tanh(tanh_in)
        dtanh_in = (1 - y**2) * dy
        # backprop tanh_in = w1 @ y
        dw1 = matmul_dx(dtanh_in, w1, y_before)
        dy = matmul_dy(dtanh_in, w1, y_before)
        dws[i] += dw1
    # backprop y = h
    dh = dy
    return dxs, dws, dh, da


def in_blocks_forward(xs: list[float], h: "N", a: float, n: int):
    """Forward pass of in_blocks: out (N,) and the cache (references, not copies)."""
    t = a
    steps = []
    for i in range(n):
        t_before = t
        product_before = None
        if t > 0:
            product = t
            product_before = []
            for x in xs:
                product_before.append(product)
                product = product * (x + i)
            t = product
        else:
            total = t
            for x1 in xs:
                total = total + x1
            t = t + total
        steps.append((t_before, product_before))
    result = xs[0]
    result_before = []
    for x2 in xs[1:]:
        result_before.append(result)
        result = result * x2 if x2 > 0.4 else result
    result_times_h = result * h
    out = result_times_h * t
    cache = (xs, h, n, steps, t, result_before, result, result_times_h)
    return out, cache


def in_blocks_backward(dout, cache):
    """Backward pass of in_blocks: dxs, dh (N,) and da, from dout (N,)."""
    xs, h, n, steps, t, result_before, result, result_times_h = cache
    # backprop out = result_times_h * t
    dresult_times_h = t * dout
    dt = result_times_h @ dout
    # backprop result_times_h = result * h
    dresult = h @ dresult_times_h
    dh = result * dresult_times_h
    dxs = [0.0] * len(xs)
    for i3 in reversed(range(len(xs[1:]))):
        result = result_before[i3]
        x2 = xs[1:][i3]
        # backprop result = result * x2 if x2 > 0.4 else result
        dresult_next = dresult
        dresult = x2 * dresult_next if x2 > 0.4 else 0.0
        dx2 = result * dresult_next if x2 > 0.4 else 0.0
        dresult += 0.0 if x2 > 0.4 else dresult_next
        dxs[i3 + 1] += dx2
    # backprop result = xs[0]
    dxs[0] += dresult
    for i in reversed(range(n)):
        t_before, product_before = steps[i]
        if t_before > 0:
            # backprop t = product
            dproduct = dt
            for i1 in reversed(range(len(xs))):
                product = product_before[i1]
                x = xs[i1]
                # backprop product = product * (x + i)
                dx = product * dproduct
                dproduct = (x + i) * dproduct
                dxs[i1] += dx
            # backprop product = t
            dt = dproduct
        else:
            # backprop t = t + total
            dtotal = dt
            for i2 in reversed(range(len(xs))):
                # backprop total = total + x1
                dx1 = dtotal
                dxs[i2] += dx1
            # backprop total = t
            dt += dtotal
    # backprop t = a
    da = dt
    return dxs, dh, da
