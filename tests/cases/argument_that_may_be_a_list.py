# arguments longer: x=(3,)
# arguments joined: x=(3,), y=(3,)
# arguments multiplied_first: x=(3,), y=(3,)
# arguments written_at_a_position: x=(3,), y=1.3, i=0
# arguments part_written: x=(3,), y=1.3
# arguments copied: x=(3, 2), y=1.3
# arguments copied_and_gone_over: x=(3,), t=1.3
# arguments augmented: x=(3,), y=(3,)
# arguments extended: x=(3,)
# arguments raising: x=(3,), y=(3,)
# arguments in_one_arm: x=(3,), c=1.0
# arguments of_three: x=(3,), y=(3,), z=(3,)
import numpy as np


# Of a list each of these would be something else, and nothing would raise.
def longer(x):
    return np.exp(2 * x)


def joined(x, y):
    return np.tanh(x + y)


def multiplied_first(x, y):
    return (x + y) * (x * y)  # of two lists the product raises


def written_at_a_position(x, y, i):
    x[i + 1] = y  # where an array may have been
    return np.sum(x[0] * x[2])


def part_written(x, y):
    h = x[1:]
    h[0] = y
    return h[0] * x[1]


def copied(x, y):
    h = x.copy()
    a = h[0]
    a *= y
    return a * x[0]


def copied_and_gone_over(x, t):
    h = x.copy()
    for u, v in zip(h, x):
        t = t + u * v
    return t


def augmented(x, y):
    t = x[0] * y
    x += y  # is another array, and leaves the caller's list as it was
    return t * x[-1]


def extended(x):
    x += [x[1]]
    return np.sin(x[-1])


# These raise by themselves where a list is given.
def raising(x, y):
    a = 2 * x - 1
    return np.tanh(a + x) * np.sum(2 * y + y, axis=y.ndim - 1)


def in_one_arm(x, c):
    h = x * 3
    if c > 0:
        h = h - 1  # which may not be reached
    return np.sum(h)


def of_three(x, y, z):
    a = x + y
    return np.tanh(a + z) * (a - z)


# output
"""Forward and backward passes of argument_that_may_be_a_list.py: do not edit.

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


def written_once(g, index):
    """g[index], the gradient on y of z[index] = y, if no entry is written twice."""
    count = np.zeros(np.shape(g), int)
    np.add.at(count, index, 1)
    if np.any(count > 1):
        raise ValueError(
            "an entry is written twice, and so the gradient is not defined"
        )
    return 1 * g[index]


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def longer_forward(x):
    """Forward pass of longer: out and the cache (references, not copies)."""
    if isinstance(x, (list, tuple)):
        raise TypeError("longer: x is a list or a tuple, and is taken for an array")
    out = np.exp(2 * x)
    cache = (out,)
    return out, cache


def longer_backward(dout, cache):
    """Backward pass of longer: dx, from dout."""
    (out,) = cache
    # backprop out = np.exp(2 * x)
    dx = 2 * out * dout
    return dx


def joined_forward(x, y):
    """Forward pass of joined: out and the cache (references, not copies)."""
    tanh_in = x + y
    out = np.tanh(tanh_in)
    cache = (x, y, out)
    return out, cache


def joined_backward(dout, cache):
    """Backward pass of joined: dx and dy, from dout."""
    x, y, out = cache
    # backprop out = np.tanh(tanh_in)
    dtanh_in = (1 - out**2) * dout
    # backprop tanh_in = x + y
    dx = unbroadcast(dtanh_in, x)
    dy = 1 * unbroadcast(dtanh_in, y)
    return dx, dy


def multiplied_first_forward(x, y):
    """Forward pass of multiplied_first: out and the cache (references, not copies)."""
    x_plus_y = x + y
    x_times_y = x * y
    out = x_plus_y * x_times_y  # of two lists the product raises
    cache = (x, y, x_plus_y, x_times_y)
    return out, cache


def multiplied_first_backward(dout, cache):
    """Backward pass of multiplied_first: dx and dy, from dout."""
    x, y, x_plus_y, x_times_y = cache
    # backprop out = x_plus_y * x_times_y
    dx_plus_y = x_times_y * dout
    dx_times_y = x_plus_y * dout
    # backprop x_times_y = x * y
    dx = unbroadcast(y * dx_times_y, x)
    dy = unbroadcast(x * dx_times_y, y)
    # backprop x_plus_y = x + y
    dx += unbroadcast(dx_plus_y, x)
    dy += unbroadcast(dx_plus_y, y)
    return dx, dy


def written_at_a_position_forward(x, y, i):
    """Forward pass of written_at_a_position.

    Gives out and the cache (references, not copies).
    """
    if isinstance(x, (list, tuple)):
        raise TypeError(
            "written_at_a_position: x is a list or a tuple, and is taken for an array"
        )
    if np.shares_memory(x, y, max_work=100_000):
        raise ValueError("written_at_a_position: x and y overlap")
    if np.shares_memory(x, i, max_work=100_000):
        raise ValueError("written_at_a_position: x and i overlap")
    i_plus_1 = i + 1
    x[i_plus_1] = y  # where an array may have been
    sum_in = x[0] * x[2]
    out = np.sum(sum_in)
    cache = (y, i, i_plus_1, x, sum_in)
    return out, cache


def written_at_a_position_backward(dout, dx, cache):
    """Backward pass of written_at_a_position: dx, dy and di, from dout and dx."""
    y, i, i_plus_1, x, sum_in = cache
    # backprop out = np.sum(sum_in)
    dsum_in = np.ones_like(sum_in) * dout
    # backprop sum_in = x[0] * x[2]
    dx = 1.0 * dx
    dx[0] += unbroadcast(x[2] * dsum_in, x[0])
    dx[2] += unbroadcast(x[0] * dsum_in, x[2])
    # backprop x[i_plus_1] = y
    dy = unbroadcast(written_once(dx, i_plus_1), y)
    dx[i_plus_1] = 0.0
    di = np.zeros_like(i, dtype=np.result_type(i, 1.0))
    return dx, dy, di


def part_written_forward(x, y):
    """Forward pass of part_written: out and the cache (references, not copies)."""
    if isinstance(x, (list, tuple)):
        raise TypeError(
            "part_written: x is a list or a tuple, and is taken for an array"
        )
    if np.shares_memory(x, y, max_work=100_000):
        raise ValueError("part_written: x and y overlap")
    x[1:][0] = y
    out = x[1:][0] * x[1]
    cache = (y, x)
    return out, cache


def part_written_backward(dout, dx, cache):
    """Backward pass of part_written: dx and dy, from dout and dx."""
    y, x = cache
    # backprop out = x[1:][0] * x[1]
    dx = 1.0 * dx
    dx[1] += unbroadcast(x[1] * dout, x[1:][0])
    dx[1] += unbroadcast(x[1:][0] * dout, x[1])
    # backprop x[1:][0] = y
    dy = 1 * unbroadcast(dx[1:][0], y)
    dx[1:][0] = 0.0
    return dx, dy


def copied_forward(x, y):
    """Forward pass of copied: out and the cache (references, not copies)."""
    if isinstance(x, (list, tuple)):
        raise TypeError("copied: x is a list or a tuple, and is taken for an array")
    h = x.copy()
    a = h[0]
    a1 = a * y
    out = a1 * x[0]
    cache = (x, y, h, a, a1)
    return out, cache


def copied_backward(dout, cache):
    """Backward pass of copied: dx and dy, from dout."""
    x, y, h, a, a1 = cache
    # backprop out = a1 * x[0]
    da1 = x[0] * dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dx[0] = unbroadcast(a1 * dout, x[0])
    # backprop a1 = a * y
    dy = unbroadcast(a * da1, y)
    da = unbroadcast(y * da1, a)
    # backprop a = h[0]
    dh = np.zeros_like(h, dtype=np.result_type(h, 1.0))
    dh[0] = da
    # backprop h = x.copy()
    dx += dh
    return dx, dy


def copied_and_gone_over_forward(x, t):
    """Forward pass of copied_and_gone_over.

    Gives t and the cache (references, not copies).
    """
    if isinstance(x, (list, tuple)):
        raise TypeError(
            "copied_and_gone_over: x is a list or a tuple, and is taken for an array"
        )
    h = x.copy()
    t_before = []
    for u, v in zip(h, x):
        t_before.append(t)
        t = t + u * v
    cache = (x, h, t_before)
    return t, cache


def copied_and_gone_over_backward(dt, cache):
    """Backward pass of copied_and_gone_over: dx and dt, from dt."""
    x, h, t_before = cache
    dx = zeros_of(x)
    dh = zeros_of(h)
    for i in reversed(range(min(len(h), len(x)))):
        t = t_before[i]
        u = h[i]
        v = x[i]
        # backprop t = t + u * v
        du = unbroadcast(v * dt, u)
        dv = unbroadcast(u * dt, v)
        dt = 1 * unbroadcast(dt, t)
        dx[i] = dv
        dh[i] = du
    # backprop h = x.copy()
    dx += dh
    dt = 1 * dt
    return dx, dt


def augmented_forward(x, y):
    """Forward pass of augmented: out and the cache (references, not copies)."""
    if isinstance(x, (list, tuple)):
        raise TypeError("augmented: x is a list or a tuple, and is taken for an array")
    if np.shares_memory(x, y, max_work=100_000):
        raise ValueError("augmented: x and y overlap")
    t = x[0] * y
    x_before = x.copy()
    x += y  # is another array, and leaves the caller's list as it was
    out = t * x[-1]
    cache = (x_before, y, t, x)
    return out, cache


def augmented_backward(dout, dx, cache):
    """Backward pass of augmented: dx and dy, from dout and dx."""
    x_before, y, t, x = cache
    # backprop out = t * x[-1]
    dt = unbroadcast(x[-1] * dout, t)
    dx = 1.0 * dx
    dx[-1] += unbroadcast(t * dout, x[-1])
    # backprop x += y
    dy = 1 * unbroadcast(dx, y)
    # backprop t = x[0] * y
    dx[0] += unbroadcast(y * dt, x_before[0])
    dy += unbroadcast(x_before[0] * dt, y)
    return dx, dy


def extended_forward(x):
    """Forward pass of extended: out and the cache (references, not copies)."""
    if isinstance(x, (list, tuple)):
        raise TypeError("extended: x is a list or a tuple, and is taken for an array")
    array_x = np.array([x[1]])
    x += [x[1]]
    out = np.sin(x[-1])
    cache = (array_x, x)
    return out, cache


def extended_backward(dout, dx, cache):
    """Backward pass of extended: dx, from dout and dx."""
    array_x, x = cache
    # backprop out = np.sin(x[-1])
    dx = 1.0 * dx
    dx[-1] += np.cos(x[-1]) * dout
    # backprop x += [x[1]]
    darray_x = unbroadcast(dx, array_x)
    # backprop array_x = np.array([x[1]])
    dx[1] += darray_x[0]
    return dx


def raising_forward(x, y):
    """Forward pass of raising: out and the cache (references, not copies)."""
    a = 2 * x - 1
    tanh_in = a + x
    tanh_a_plus_x = np.tanh(tanh_in)
    sum_in = 2 * y + y
    out_sum = np.sum(sum_in, axis=y.ndim - 1)
    out = tanh_a_plus_x * out_sum
    cache = (y, tanh_a_plus_x, out_sum)
    return out, cache


def raising_backward(dout, cache):
    """Backward pass of raising: dx and dy, from dout."""
    y, tanh_a_plus_x, out_sum = cache
    # backprop out = tanh_a_plus_x * out_sum
    dtanh_a_plus_x = unbroadcast(out_sum * dout, tanh_a_plus_x)
    dout_sum = unbroadcast(tanh_a_plus_x * dout, out_sum)
    # backprop out_sum = np.sum(sum_in, axis=y.ndim - 1)
    dsum_in = unbroadcast(np.expand_dims(dout_sum, y.ndim - 1), y)
    # backprop sum_in = 2 * y + y
    dy = 2 * dsum_in
    dy += dsum_in
    # backprop tanh_a_plus_x = np.tanh(tanh_in)
    dtanh_in = (1 - tanh_a_plus_x**2) * dtanh_a_plus_x
    # backprop tanh_in = a + x
    da = dtanh_in
    dx = dtanh_in
    # backprop a = 2 * x - 1
    dx += 2 * da
    return dx, dy


def in_one_arm_forward(x, c):
    """Forward pass of in_one_arm: out and the cache (references, not copies)."""
    if isinstance(x, (list, tuple)):
        raise TypeError("in_one_arm: x is a list or a tuple, and is taken for an array")
    h = x * 3
    c_gt_0 = c > 0
    if c_gt_0:
        h = h - 1  # which may not be reached
    out = np.sum(h)
    cache = (c, h)
    return out, cache


def in_one_arm_backward(dout, cache):
    """Backward pass of in_one_arm: dx and dc, from dout."""
    c, h = cache
    # backprop out = np.sum(h)
    dh = np.ones_like(h) * dout
    # backprop h = x * 3
    dx = 3 * dh
    dc = np.zeros_like(c, dtype=np.result_type(c, 1.0))
    return dx, dc


def of_three_forward(x, y, z):
    """Forward pass of of_three: out and the cache (references, not copies)."""
    a = x + y
    tanh_in = a + z
    tanh_a_plus_z = np.tanh(tanh_in)
    a_minus_z = a - z
    out = tanh_a_plus_z * a_minus_z
    cache = (x, y, z, a, tanh_a_plus_z, a_minus_z)
    return out, cache


def of_three_backward(dout, cache):
    """Backward pass of of_three: dx, dy and dz, from dout."""
    x, y, z, a, tanh_a_plus_z, a_minus_z = cache
    # backprop out = tanh_a_plus_z * a_minus_z
    dtanh_a_plus_z = a_minus_z * dout
    da_minus_z = tanh_a_plus_z * dout
    # backprop a_minus_z = a - z
    da = unbroadcast(da_minus_z, a)
    dz = unbroadcast(-da_minus_z, z)
    # backprop tanh_a_plus_z = np.tanh(tanh_in)
    dtanh_in = (1 - tanh_a_plus_z**2) * dtanh_a_plus_z
    # backprop tanh_in = a + z
    da += unbroadcast(dtanh_in, a)
    dz += unbroadcast(dtanh_in, z)
    # backprop a = x + y
    dx = unbroadcast(da, x)
    dy = 1 * unbroadcast(da, y)
    return dx, dy, dz
