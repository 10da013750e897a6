# arguments reshaped: x=(3,), a=(3,)
# arguments of_another_name: x=(3,), a=(3,)
# arguments turned: x=(3,), a=(3,)
import numpy as np


def reshaped(x, a):
    for _ in range(2):
        x = np.reshape(x / a, (3,))
        x[0] += 1.0
    return x


def of_another_name(x: "3", a: "3"):
    for _ in range(2):
        y = np.ravel(np.exp(x * a))
        y[1:] *= 2.0
        x = x + y
    return x


def turned(x: "3", a: "3"):
    for _ in range(2):
        y = (x / a)[::-1]
        y[0] += 1.0
        x = np.ravel(x * y)
        x *= 2
    return x


# output
"""Forward and backward passes of part_of_a_temporary_written_in_turns.py: do not edit.

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


def reshaped_forward(x, a):
    """Forward pass of reshaped: x and the cache (references, not copies)."""
    steps = []
    for _ in range(2):
        x_before = x
        x_over_a = x / a
        x_over_a_before = copy_of(x_over_a)
        x = np.reshape(x_over_a, (3,))
        x[0] += 1.0
        steps.append((x_before, x_over_a_before))
    cache = (a, steps)
    return x, cache


def reshaped_backward(dx, cache):
    """Backward pass of reshaped: dx and da, from dx."""
    a, steps = cache
    da = np.zeros_like(a, dtype=np.result_type(a, 1.0))
    for x_before, x_over_a_before in reversed(steps):
        # backprop x = np.reshape(x_over_a, (3,))
        dx_over_a = np.reshape(dx, np.shape(x_over_a_before))
        # backprop x_over_a = x / a
        dx = unbroadcast(dx_over_a / a, x_before)
        da += unbroadcast((-x_over_a_before / a) * dx_over_a, a)
    dx = 1 * dx
    return dx, da


def of_another_name_forward(x: "3", a: "3"):
    """Forward pass of of_another_name.

    Gives x (3,) and the cache (references, not copies).
    """
    steps = []
    for _ in range(2):
        exp_in = x * a
        ravel_in = np.exp(exp_in)
        ravel_in_before = ravel_in.copy()
        y = np.ravel(ravel_in)
        steps.append((x, ravel_in_before))
        y[1:] *= 2.0
        x = x + y
    cache = (a, steps)
    return x, cache


def of_another_name_backward(dx, cache):
    """Backward pass of of_another_name: dx (3,) and da (3,), from dx (3,)."""
    a, steps = cache
    da = np.zeros_like(a, dtype=np.result_type(a, 1.0))
    dx = 1.0 * dx
    for x, ravel_in_before in reversed(steps):
        # backprop x = x + y
        dy = 1 * dx
        # backprop y[1:] *= 2.0
        dy[1:] *= 2.0
        # backprop y = np.ravel(ravel_in)
        dravel_in = np.reshape(dy, x.shape)
        # backprop ravel_in = np.exp(exp_in)
        dexp_in = ravel_in_before * dravel_in
        # backprop exp_in = x * a
        dx += a * dexp_in
        da += x * dexp_in
    return dx, da


def turned_forward(x: "3", a: "3"):
    """Forward pass of turned: x (3,) and the cache (references, not copies)."""
    steps = []
    for _ in range(2):
        x_over_a = x / a
        x_over_a_before = x_over_a.copy()
        y = x_over_a[::-1]
        y[0] += 1.0
        steps.append((x, x_over_a_before, y))
        ravel_in = x * y
        x1 = np.ravel(ravel_in)
        x = x1 * 2
    cache = (a, steps)
    return x, cache


def turned_backward(dx, cache):
    """Backward pass of turned: dx (3,) and da (3,), from dx (3,)."""
    a, steps = cache
    da = np.zeros_like(a, dtype=np.result_type(a, 1.0))
    for x, x_over_a_before, y in reversed(steps):
        # backprop x = x1 * 2
        dx1 = 2 * dx
        # backprop x1 = np.ravel(ravel_in)
        dravel_in = np.reshape(dx1, x.shape)
        # backprop ravel_in = x * y
        dx = y * dravel_in
        dy = x * dravel_in
        # backprop y = x_over_a[::-1]
        dx_over_a = np.zeros_like(
            x_over_a_before, dtype=np.result_type(x_over_a_before, 1.0)
        )
        dx_over_a[::-1] = dy
        # backprop x_over_a = x / a
        dx += dx_over_a / a
        da += (-x_over_a_before / a) * dx_over_a
    dx = 1.0 * dx
    return dx, da
