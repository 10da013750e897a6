# arguments scaled: x=(4,), c=1.3
# arguments cleared: x=(4,), c=1.3
# arguments read_on: A=(3, 4), c=1.3
# arguments of_rows: rows=[(2,), (2,), (2,)], u=(2,)
# arguments written_back: x=(3,), n=2
import numpy as np


def scaled(x: "N", c: float):
    y = x * x
    y[0] *= 2
    y[1:] /= 1 + c**2
    y[2] = -y[2]
    for i in range(1, len(y)):
        y[i] = y[i] * 3
    y[3] = y[3] / c
    return y


def cleared(x: "N", c: float):
    y = x * c
    t = y[0]
    y[0] = 2.0  # the statement's mirror is the zero, which stays
    y[1] = t * t
    u = y[2]
    y[2] = c * u
    return y


def read_on(A: "N D", c: float):
    B = A * A
    for i in range(2):
        row = B[i]
        B[i] = row * c + B[i + 1]
        B[i, 1:] *= B[i, 0]
        B[i, 1:] = B[i, 1:] * B[i, :-1]
    B[:, 1], B[:, 2] = c * B[:, 2], B[:, 1].copy()
    return B


def of_rows(rows: list[np.ndarray], u: "2"):
    kept = [r * 2 for r in rows]
    v = kept[0]
    kept[0] = u  # dkept[0] is given dv, which is the caller's
    for k in range(3):
        kept[k] = kept[k] * u
    return v, kept[0] * kept[1] + kept[2]



def written_back(x: "N", n: int):
    y = x * x
    for i in range(n):
        y[i] = y[i]
    return y


# output
"""Forward and backward passes of gradients_of_places_exchanged.py: do not edit.

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


def scaled_forward(x: "N", c: float):
    """Forward pass of scaled: y (N,) and the cache (references, not copies)."""
    y = x * x
    y[0] *= 2
    den = 1 + c**2
    y_ratio = y[1:] / den
    y[1:] = y_ratio
    y[2] = -y[2]
    for i in range(1, len(y)):
        y[i] = y[i] * 3
    y_3_over_c = y[3] / c
    y[3] = y_3_over_c
    cache = (x, c, den, y_ratio, y, y_3_over_c)
    return y, cache


def scaled_backward(dy: "N", cache):
    """Backward pass of scaled: dx (N,) and dc, from dy (N,)."""
    x, c, den, y_ratio, y, y_3_over_c = cache
    # backprop y_3_over_c = y[3] / c
    dc = (-y_3_over_c / c) * dy[3]
    dy = 1.0 * dy
    dy[3] /= c
    for i in reversed(range(1, len(y))):
        # backprop y[i] = y[i] * 3
        dy[i] *= 3
    # backprop y[2] = -y[2]
    dy[2] = -dy[2]
    # backprop y_ratio = y[1:] / den
    dden = np.sum((-y_ratio / den) * dy[1:])
    dy[1:] /= den
    # backprop den = 1 + c**2
    dc += (2 * c) * dden
    # backprop y[0] *= 2
    dy[0] *= 2
    # backprop y = x * x
    dx = (2 * x) * dy
    return dx, dc


def cleared_forward(x: "N", c: float):
    """Forward pass of cleared: y (N,) and the cache (references, not copies)."""
    y = x * c
    t = y[0]
    y[0] = 2.0  # the statement's mirror is the zero, which stays
    y[1] = t * t
    u = y[2]
    y[2] = c * u
    cache = (x, c, t, u)
    return y, cache


def cleared_backward(dy: "N", cache):
    """Backward pass of cleared: dx (N,) and dc, from dy (N,)."""
    x, c, t, u = cache
    # backprop y[2] = c * u
    dc = u * dy[2]
    du = c * dy[2]
    # backprop u = y[2]
    dy = 1.0 * dy
    dy[2] = du
    # backprop y[1] = t * t
    dt = (2 * t) * dy[1]
    dy[1] = 0.0
    # backprop y[0] = 2.0
    dy[0] = 0.0
    # backprop t = y[0]
    dy[0] += dt
    # backprop y = x * c
    dx = c * dy
    dc += x @ dy
    return dx, dc


def read_on_forward(A: "N D", c: float):
    """Forward pass of read_on: B (N, D) and the cache (references, not copies)."""
    B = A * A
    steps = []
    for i in range(2):
        row = B[i]
        row_before = row.copy()
        B[i] = row * c + B[i + 1]
        B_i_part2 = B[i, 1:].copy()
        B_i_0 = B[i, 0]
        B[i, 1:] = B_i_part2 * B_i_0
        B_i_part3 = B[i, 1:].copy()
        B_i_part4 = B[i, :-1].copy()
        B[i, 1:] = B_i_part3 * B_i_part4
        steps.append((row_before, B_i_part2, B_i_0, B_i_part3, B_i_part4))
    B_2 = B[:, 2].copy()
    swapped = c * B_2
    swapped1 = B[:, 1].copy()
    B[:, 1] = swapped
    B[:, 2] = swapped1
    cache = (A, c, steps, B_2)
    return B, cache


def read_on_backward(dB: "N D", cache):
    """Backward pass of read_on: dA (N, D) and dc, from dB (N, D)."""
    A, c, steps, B_2 = cache
    # backprop B[:, 2] = swapped1
    dswapped1 = dB[:, 2]
    dB = 1.0 * dB
    dB[:, 2] = 0.0
    # backprop B[:, 1] = swapped
    dswapped = 1 * dB[:, 1]
    # backprop swapped1 = B[:, 1].copy()
    dB[:, 1] = dswapped1
    # backprop swapped = c * B_2
    dc = B_2 @ dswapped
    dB_2 = c * dswapped
    # backprop B_2 = B[:, 2].copy()
    dB[:, 2] += dB_2
    for i in reversed(range(2)):
        row_before, B_i_part2, B_i_0, B_i_part3, B_i_part4 = steps[i]
        # backprop B[i, 1:] = B_i_part3 * B_i_part4
        dB_i_part3 = B_i_part4 * dB[i, 1:]
        dB_i_part4 = B_i_part3 * dB[i, 1:]
        dB[i, 1:] = 0.0
        # backprop B_i_part4 = B[i, :-1].copy()
        dB[i, :-1] += dB_i_part4
        # backprop B_i_part3 = B[i, 1:].copy()
        dB[i, 1:] += dB_i_part3
        # backprop B[i, 1:] = B_i_part2 * B_i_0
        dB_i_part2 = B_i_0 * dB[i, 1:]
        dB_i_0 = B_i_part2 @ dB[i, 1:]
        dB[i, 1:] = 0.0
        # backprop B_i_0 = B[i, 0]
        dB[i, 0] += dB_i_0
        # backprop B_i_part2 = B[i, 1:].copy()
        dB[i, 1:] += dB_i_part2
        # backprop B[i] = row * c + B[i + 1]
        drow = c * dB[i]
        dc += row_before @ dB[i]
        dB[i + 1] += dB[i]
        # backprop row = B[i]
        dB[i] = drow
    # backprop B = A * A
    dA = (2 * A) * dB
    return dA, dc


def of_rows_forward(rows: list[np.ndarray], u: "2"):
    """Forward pass of of_rows: v, out and the cache (references, not copies)."""
    u_before = u.copy()
    kept = []
    for r in rows:
        kept.append(r * 2)
    v = kept[0]
    kept[0] = u  # dkept[0] is given dv, which is the caller's
    steps = []
    for k in range(3):
        kept_k = copy_of(kept[k])
        kept_k_times_u = kept_k * u
        kept[k] = kept_k_times_u
        steps.append(kept_k)
    out = kept[0] * kept[1] + kept[2]
    cache = (rows, u_before, steps, kept)
    return v, out, cache


def of_rows_backward(dv, dout, cache):
    """Backward pass of of_rows: drows and du (2,), from dv and dout."""
    rows, u_before, steps, kept = cache
    # backprop out = kept[0] * kept[1] + kept[2]
    dkept = zeros_of(kept)
    dkept[0] += unbroadcast(kept[1] * dout, kept[0])
    dkept[1] += unbroadcast(kept[0] * dout, kept[1])
    dkept[2] += unbroadcast(dout, kept[2])
    du = np.zeros_like(u_before, dtype=np.result_type(u_before, 1.0))
    for k in reversed(range(3)):
        kept_k = steps[k]
        # backprop kept[k] = kept_k_times_u
        dkept_k_times_u = unbroadcast(dkept[k], kept[k])
        # backprop kept_k_times_u = kept_k * u
        dkept_k = unbroadcast(u_before * dkept_k_times_u, kept_k)
        du += unbroadcast(kept_k * dkept_k_times_u, u_before)
        # backprop kept_k = copy_of(kept[k])
        dkept[k] = dkept_k
    # backprop kept[0] = u
    du += unbroadcast(dkept[0], u_before)
    # backprop v = kept[0]
    dkept[0] = copy_of(dv)
    drows = zeros_of(rows)
    for i in reversed(range(len(rows))):
        # backprop kept.append(r * 2)
        dr = 2 * dkept.pop()
        drows[i] += dr
    return drows, du


def written_back_forward(x: "N", n: int):
    """Forward pass of written_back: y (N,) and the cache (references, not copies)."""
    y = x * x
    for i in range(n):
        y[i] = y[i]
    cache = (x,)
    return y, cache


def written_back_backward(dy, cache):
    """Backward pass of written_back: dx (N,), from dy (N,)."""
    (x,) = cache
    # backprop y = x * x
    dx = (2 * x) * dy
    return dx
