# arguments from_nothing: x=(3,), s=(), n=3
# arguments from_zeros: x=(3,), s=(), n=2
# arguments from_numbers: x=(3,), s=(), n=2
# arguments from_other_shapes: x=(3,), A=(2, 3), s=(), n=2
# arguments grown_before: x=(3,), s=(), n=2
# arguments beside_a_copy: x=(3,), s=()
import numpy as np


def from_nothing(x: "N", s: float, n: int):
    hs = [None] * n
    hs[0] = x
    for t in range(1, n):
        hs[t] = np.tanh(s * hs[t - 1])
    return np.sum(hs[n - 1])


def from_zeros(x: "N", s: float, n: int):
    hs = [0.0] * n
    for t in range(n):
        hs[t] = x * s
    return hs[0] * hs[1]


def from_numbers(x: "N", s: float, n: int):
    hs = [s for _ in range(n)]
    for t in range(n - 1):
        hs[t] = x * s
    return hs[0] * hs[n - 1] + s


def from_other_shapes(x: "N", A: "M N", s: float, n: int):
    hs = [x for _ in range(n)]
    for t in range(n - 1):
        hs[t] = A * s
    return hs[0] * hs[n - 1] + s


def grown_before(x: "N", s: float, n: int):
    hs = []
    for t in range(n):
        hs.append(s)
    hs[0] = x
    return hs[0] * hs[n - 1]


def beside_a_copy(x: "N", s: float):
    rows = [x * k for k in range(1, 4)]
    others = rows[:]
    others[0] = others[0] * s
    return np.stack(rows) * np.stack(others)


# output
"""Forward and backward passes of list_filled_after_it_is_made.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


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


def from_nothing_forward(x: "N", s: float, n: int):
    """Forward pass of from_nothing: out and the cache (references, not copies)."""
    hs = [None] * n
    hs[0] = x
    for t in range(1, n):
        tanh_in = s * hs[t - 1]
        hs[t] = np.tanh(tanh_in)
    out = np.sum(hs[n - 1])
    cache = (x, s, n, hs)
    return out, cache


def from_nothing_backward(dout, cache):
    """Backward pass of from_nothing: dx (N,) and ds, from dout."""
    x, s, n, hs = cache
    # backprop out = np.sum(hs[n - 1])
    dhs = zeros_of(hs)
    dhs[n - 1] += dout
    ds = 0.0
    for t in reversed(range(1, n)):
        # backprop hs[t] = np.tanh(tanh_in)
        dtanh_in = (1 - hs[t] ** 2) * dhs[t]
        # backprop tanh_in = s * hs[t - 1]
        ds += hs[t - 1] @ dtanh_in
        dhs[t - 1] += s * dtanh_in
    # backprop hs[0] = x
    dx = np.ones_like(x) * dhs[0]
    return dx, ds


def from_zeros_forward(x: "N", s: float, n: int):
    """Forward pass of from_zeros: out and the cache (references, not copies)."""
    hs = [0.0] * n
    for t in range(n):
        x_times_s = x * s
        hs[t] = x_times_s
    out = hs[0] * hs[1]
    cache = (x, s, n, hs)
    return out, cache


def from_zeros_backward(dout, cache):
    """Backward pass of from_zeros: dx (N,) and ds, from dout."""
    x, s, n, hs = cache
    # backprop out = hs[0] * hs[1]
    dhs = zeros_of(hs)
    dhs[0] += unbroadcast(hs[1] * dout, hs[0])
    dhs[1] += unbroadcast(hs[0] * dout, hs[1])
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    ds = 0.0
    for t in reversed(range(n)):
        # backprop hs[t] = x_times_s
        dx_times_s = unbroadcast(dhs[t], hs[t])
        # backprop x_times_s = x * s
        dx += s * dx_times_s
        ds += x @ dx_times_s
    return dx, ds


def from_numbers_forward(x: "N", s: float, n: int):
    """Forward pass of from_numbers: out and the cache (references, not copies)."""
    hs = []
    for _ in range(n):
        hs.append(s)
    for t in range(n - 1):
        x_times_s = x * s
        hs[t] = x_times_s
    out = hs[0] * hs[n - 1] + s
    cache = (x, s, n, hs)
    return out, cache


def from_numbers_backward(dout, cache):
    """Backward pass of from_numbers: dx (N,) and ds, from dout."""
    x, s, n, hs = cache
    # backprop out = hs[0] * hs[n - 1] + s
    dhs = zeros_of(hs)
    dhs[0] += unbroadcast(hs[n - 1] * dout, hs[0])
    dhs[n - 1] += unbroadcast(hs[0] * dout, hs[n - 1])
    ds = np.sum(dout)
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for t in reversed(range(n - 1)):
        # backprop hs[t] = x_times_s
        dx_times_s = 1 * unbroadcast(dhs[t], hs[t])
        dhs[t] = 0.0
        # backprop x_times_s = x * s
        dx += s * dx_times_s
        ds += x @ dx_times_s
    for _ in range(n):
        # backprop hs.append(s)
        ds += dhs.pop()
    return dx, ds


def from_other_shapes_forward(x: "N", A: "M N", s: float, n: int):
    """Forward pass of from_other_shapes: out and the cache (references, not copies)."""
    hs = []
    for _ in range(n):
        hs.append(x)
    for t in range(n - 1):
        A_times_s = A * s
        hs[t] = A_times_s
    out = hs[0] * hs[n - 1] + s
    cache = (x, A, s, n, hs)
    return out, cache


def from_other_shapes_backward(dout, cache):
    """Backward pass of from_other_shapes: dx (N,), dA (M, N) and ds, from dout."""
    x, A, s, n, hs = cache
    # backprop out = hs[0] * hs[n - 1] + s
    dhs = zeros_of(hs)
    dhs[0] += unbroadcast(hs[n - 1] * dout, hs[0])
    dhs[n - 1] += unbroadcast(hs[0] * dout, hs[n - 1])
    ds = np.sum(dout)
    dA = np.zeros_like(A, dtype=np.result_type(A, 1.0))
    for t in reversed(range(n - 1)):
        # backprop hs[t] = A_times_s
        dA_times_s = 1 * unbroadcast(dhs[t], hs[t])
        dhs[t] = 0.0
        # backprop A_times_s = A * s
        dA += s * dA_times_s
        ds += np.sum(A * dA_times_s)
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for _ in range(n):
        # backprop hs.append(x)
        dx += dhs.pop()
    return dx, dA, ds


def grown_before_forward(x: "N", s: float, n: int):
    """Forward pass of grown_before: out and the cache (references, not copies)."""
    hs = []
    for t in range(n):
        hs.append(s)
    hs[0] = x
    out = hs[0] * hs[n - 1]
    cache = (x, n, hs)
    return out, cache


def grown_before_backward(dout, cache):
    """Backward pass of grown_before: dx (N,) and ds, from dout."""
    x, n, hs = cache
    # backprop out = hs[0] * hs[n - 1]
    dhs = zeros_of(hs)
    dhs[0] += unbroadcast(hs[n - 1] * dout, hs[0])
    dhs[n - 1] += unbroadcast(hs[0] * dout, hs[n - 1])
    # backprop hs[0] = x
    dx = np.ones_like(x) * dhs[0]
    dhs[0] = 0.0
    ds = 0.0
    for _ in range(n):
        # backprop hs.append(s)
        ds += dhs.pop()
    return dx, ds


def beside_a_copy_forward(x: "N", s: float):
    """Forward pass of beside_a_copy: out and the cache (references, not copies)."""
    rows = []
    for k in range(1, 4):
        rows.append(x * k)
    others = rows[:]
    others1 = others.copy()
    others1[0] = others[0] * s
    stack_rows = np.stack(rows)
    stack_others = np.stack(others1)
    out = stack_rows * stack_others
    cache = (x, s, others, stack_rows, stack_others)
    return out, cache


def beside_a_copy_backward(dout, cache):
    """Backward pass of beside_a_copy: dx (N,) and ds, from dout."""
    x, s, others, stack_rows, stack_others = cache
    # backprop out = stack_rows * stack_others
    dstack_rows = unbroadcast(stack_others * dout, stack_rows)
    dstack_others = unbroadcast(stack_rows * dout, stack_others)
    # backprop stack_others = np.stack(others1)
    dothers1 = list(dstack_others)
    # backprop stack_rows = np.stack(rows)
    drows = list(dstack_rows)
    # backprop others1 = others.copy(); others1[0] = others[0] * s
    ds = others[0] @ dothers1[0]
    dothers1[0] = s * dothers1[0]
    # backprop others = rows[:]
    drows = [(item + more) for item, more in zip(drows, dothers1)]
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for k in reversed(range(1, 4)):
        # backprop rows.append(x * k)
        dx += k * drows.pop()
    return dx, ds
