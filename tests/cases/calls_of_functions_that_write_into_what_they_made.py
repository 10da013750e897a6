# arguments nested: v=(3,), w=(3,)
# arguments in_a_loop: v=(3,), w=(3,)
# arguments of_constants: v=(3,), w=(3,)
# arguments of_a_list: v=(3,), w=(3,)
# arguments again_and_again: v=(3,), n=2
# first order only again_and_again: a function that calls itself and gives a cache
import numpy as np


def scaled(u: "N", k: float):
    u = np.where(u > 0.3, u, 0.1)
    u[0] *= k
    return u


def nested(v: "N", w: "N"):
    return scaled(scaled(v, 2.0) * w, 3.0)


def recurrence(x, t):
    x = t * ((t * x) @ t)
    for m in range(1, 3):
        x[m] = x[m - 1] + 0.7
    return x


def in_a_loop(v: "N", w: "N"):
    z = np.zeros(3)
    for u in w:
        z = z * 0.5 + recurrence(np.ones(3) * u, v)
    return z


def weight(x, n: int):
    x = [n * 0.5]
    x.append(np.ones(3) * 0.7)
    return np.sum(x[1]) * x[0]


def of_constants(v: "N", w: "N"):
    b = w + v
    b[0] += weight(np.sum(np.eye(3)), 2)
    return b


def first_doubled(u, k):
    if k > 5:
        return np.sum(u)
    u = [a * k for a in u]
    u[0] *= k
    return sum(u)


def of_a_list(v: "N", w: "N"):
    return first_doubled(v * w, 2.0) + first_doubled(w, 3.0)


def again_and_again(v: "N", n: int):
    v = np.tanh(v)
    v[0] += v[1] * 0.5
    return v * 0.5 if n == 0 else again_and_again(v, n - 1) + v


# output
"""Forward and backward passes of calls_of_functions_that_write_into_what_they_made.py:
do not edit.

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


def weight(x, n: int):
    x = [n * 0.5]
    x.append(np.ones(3) * 0.7)
    return np.sum(x[1]) * x[0]


def scaled_forward(u: "N", k: float):
    """Forward pass of scaled: u1 (N,) and the cache (references, not copies)."""
    u_test = u > 0.3
    u = np.where(u_test, u, 0.1)
    u1 = u.copy()
    u1[0] *= k
    cache = (k, u_test, u)
    return u1, cache


def scaled_backward(du1: "N", cache):
    """Backward pass of scaled: du (N,) and dk, from du1 (N,)."""
    k, u_test, u = cache
    # backprop u1 = u.copy(); u1[0] *= k
    dk = u[0] * du1[0]
    du1 = 1.0 * du1
    du1[0] *= k
    # backprop u = np.where(u_test, u, 0.1)
    du = np.where(u_test, du1, 0)
    return du, dk


def nested_forward(v: "N", w: "N"):
    """Forward pass of nested: out (N,) and the cache (references, not copies)."""
    u = v
    u_test = u > 0.3
    u = np.where(u_test, u, 0.1)
    u[0] *= 2.0
    u_times_w = u * w
    out, scaled_cache = scaled_forward(u_times_w, 3.0)
    cache = (w, u_test, u, scaled_cache)
    return out, cache


def nested_backward(dout, cache):
    """Backward pass of nested: dv (N,) and dw (N,), from dout (N,)."""
    w, u_test, u, scaled_cache = cache
    # backprop out = scaled(u_times_w, 3.0)
    du_times_w, _ = scaled_backward(dout, scaled_cache)
    # backprop u_times_w = u * w
    du = w * du_times_w
    dw = u * du_times_w
    # backprop u[0] *= 2.0
    du[0] *= 2.0
    # backprop u = np.where(u_test, u, 0.1)
    du = np.where(u_test, du, 0)
    # backprop u = v
    dv = du
    return dv, dw


def recurrence_forward(x, t):
    """Forward pass of recurrence: x1 and the cache (references, not copies)."""
    t_times_x = t * x
    x_product = t_times_x @ t
    x1 = t * x_product
    for m in range(1, 3):
        x1[m] = x1[m - 1] + 0.7
    cache = (x, t, t_times_x, x_product, x1)
    return x1, cache


def recurrence_backward(dx1, cache):
    """Backward pass of recurrence: dx and dt, from dx1."""
    x, t, t_times_x, x_product, x1 = cache
    dx1 = 1.0 * dx1
    for m in reversed(range(1, 3)):
        # backprop x1[m] = x1[m - 1] + 0.7
        dx1[m - 1] += unbroadcast(dx1[m], x1[m - 1])
        dx1[m] = 0.0
    # backprop x1 = t * x_product
    dt = unbroadcast(x_product * dx1, t)
    dx_product = unbroadcast(t * dx1, x_product)
    # backprop x_product = t_times_x @ t
    dt_times_x = matmul_dx(dx_product, t_times_x, t)
    dt += matmul_dy(dx_product, t_times_x, t)
    # backprop t_times_x = t * x
    dt += unbroadcast(x * dt_times_x, t)
    dx = unbroadcast(t * dt_times_x, x)
    return dx, dt


def in_a_loop_forward(v: "N", w: "N"):
    """Forward pass of in_a_loop: z and the cache (references, not copies)."""
    z = np.zeros(3)
    steps = []
    for u in w:
        z_before = z
        ones_3 = np.ones(3)
        ones_3_times_u = ones_3 * u
        z_out, recurrence_cache = recurrence_forward(ones_3_times_u, v)
        z = z * 0.5 + z_out
        steps.append((z_before, ones_3, recurrence_cache, z_out))
    cache = (v, w, steps)
    return z, cache


def in_a_loop_backward(dz, cache):
    """Backward pass of in_a_loop: dv (N,) and dw (N,), from dz."""
    v, w, steps = cache
    dv = np.zeros_like(v, dtype=np.result_type(v, 1.0))
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    for i in reversed(range(len(w))):
        z_before, ones_3, recurrence_cache, z_out = steps[i]
        # backprop z = z * 0.5 + z_out
        dz_out = unbroadcast(dz, z_out)
        dz = unbroadcast(0.5 * dz, z_before)
        # backprop z_out = recurrence(ones_3_times_u, v)
        dones_3_times_u, dv_recurrence = recurrence_backward(dz_out, recurrence_cache)
        dv += dv_recurrence
        # backprop ones_3_times_u = ones_3 * u
        du = ones_3 @ dones_3_times_u
        dw[i] = du
    return dv, dw


def weight_forward(x, n: int):
    """Forward pass of weight: out and the cache (references, not copies)."""
    x1 = [n * 0.5]
    x1.append(np.ones(3) * 0.7)
    out = np.sum(x1[1]) * x1[0]
    cache = (x,)
    return out, cache


def weight_backward(dout, cache):
    """Backward pass of weight: dx, from dout."""
    (x,) = cache
    dx = zeros_of(x)
    return dx


def of_constants_forward(v: "N", w: "N"):
    """Forward pass of of_constants: b (N,) and the cache."""
    b = w + v
    b[0] += weight(np.sum(np.eye(3)), 2)
    cache = ()
    return b, cache


def of_constants_backward(db, cache):
    """Backward pass of of_constants: dv (N,) and dw (N,), from db (N,)."""
    # backprop b = w + v
    dw = 1.0 * db
    dv = 1.0 * db
    return dv, dw


def first_doubled_forward(u, k):
    """Forward pass of first_doubled: out and the cache (references, not copies)."""
    u1 = None
    u_0_times_k = None
    u2 = None
    k_gt_5 = k > 5
    if k_gt_5:
        out = np.sum(u)
    else:
        items = []
        for a in u:
            items.append(a * k)
        u1 = items
        u_0_times_k = u1[0] * k
        u2 = copy_of(u1)
        u2[0] *= k
        out = sum(u2)
    cache = (u, k, k_gt_5, u1, u_0_times_k, u2)
    return out, cache


def first_doubled_backward(dout, cache):
    """Backward pass of first_doubled: du and dk, from dout."""
    u, k, k_gt_5, u1, u_0_times_k, u2 = cache
    if k_gt_5:
        # backprop out = np.sum(u)
        du = np.ones_like(u) * dout
        dk = np.zeros_like(k, dtype=np.result_type(k, 1.0))
    else:
        # backprop out = sum(u2)
        du2 = [unbroadcast(1 * dout, item) for item in u2]
        # backprop u2 = copy_of(u1); u2[0] *= k
        du_0_times_k = 1 * unbroadcast(du2[0], u_0_times_k)
        # backprop u_0_times_k = u1[0] * k
        du2[0] = unbroadcast(k * du_0_times_k, u1[0])
        dk = unbroadcast(u1[0] * du_0_times_k, k)
        # backprop u1 = items
        ditems = du2
        du = zeros_of(u)
        for i in reversed(range(len(u))):
            a = u[i]
            # backprop items.append(a * k)
            ditems_last = ditems.pop()
            da = unbroadcast(k * ditems_last, a)
            dk += unbroadcast(a * ditems_last, k)
            du[i] = da
    return du, dk


def of_a_list_forward(v: "N", w: "N"):
    """Forward pass of of_a_list: out and the cache (references, not copies)."""
    v_times_w = v * w
    first_doubled_v_times_w, first_doubled_cache = first_doubled_forward(v_times_w, 2.0)
    first_doubled_w, first_doubled_w_cache = first_doubled_forward(w, 3.0)
    out = first_doubled_v_times_w + first_doubled_w
    cache = (
        v,
        w,
        first_doubled_v_times_w,
        first_doubled_cache,
        first_doubled_w,
        first_doubled_w_cache,
    )
    return out, cache


def of_a_list_backward(dout, cache):
    """Backward pass of of_a_list: dv (N,) and dw (N,), from dout."""
    (
        v,
        w,
        first_doubled_v_times_w,
        first_doubled_cache,
        first_doubled_w,
        first_doubled_w_cache,
    ) = cache
    # backprop out = first_doubled_v_times_w + first_doubled_w
    dfirst_doubled_v_times_w = unbroadcast(dout, first_doubled_v_times_w)
    dfirst_doubled_w = unbroadcast(dout, first_doubled_w)
    # backprop first_doubled_w = first_doubled(w, 3.0)
    dw, _ = first_doubled_backward(dfirst_doubled_w, first_doubled_w_cache)
    # backprop first_doubled_v_times_w = first_doubled(v_times_w, 2.0)
    dv_times_w, _ = first_doubled_backward(
        dfirst_doubled_v_times_w, first_doubled_cache
    )
    # backprop v_times_w = v * w
    dv = w * dv_times_w
    dw += v * dv_times_w
    return dv, dw


def again_and_again_forward(v: "N", n: int):
    """Forward pass of again_and_again.

    Gives out (N,) and the cache (references, not copies).
    """
    v = np.tanh(v)
    v1 = v.copy()
    v1[0] += v[1] * 0.5
    again_and_again_cache = None
    if n == 0:
        out = v1 * 0.5
    else:
        again_and_again_v, again_and_again_cache = again_and_again_forward(v1, n - 1)
        out = again_and_again_v + v1
    cache = (n, v, again_and_again_cache)
    return out, cache


def again_and_again_backward(dout, cache):
    """Backward pass of again_and_again: dv (N,), from dout (N,)."""
    n, v, again_and_again_cache = cache
    if n == 0:
        # backprop out = v1 * 0.5
        dv1 = 0.5 * dout
    else:
        # backprop out = again_and_again_v + v1
        dv1 = 1.0 * dout
        # backprop again_and_again_v = again_and_again(v1, n - 1)
        dv_again_and_again = again_and_again_backward(dout, again_and_again_cache)
        dv1 += dv_again_and_again
    # backprop v1 = v.copy(); v1[0] += v[1] * 0.5
    dv1[1] += 0.5 * dv1[0]
    # backprop v = np.tanh(v)
    dv = (1 - v**2) * dv1
    return dv
