# arguments by_item: x=(3, 3)
# arguments by_a_loop_inside: x=(3, 3)
import numpy as np


def by_item(x):
    row = np.sin(x[1])  # backprop: recompute
    total = 0.0
    for y in row:
        row = y * x[0]
        total = total + row * y
    return total


def by_a_loop_inside(x):
    row = x[:, 1]  # backprop: recompute
    total = 0.0
    for y in row:
        for row in x:
            total = total + row * y
    return total


# output
"""Forward and backward passes of value_computed_again_that_a_loop_goes_over.py: do not
edit.

Made by `backprop generate`.
"""

import numpy as np


def added(g, more):
    """The sum of two gradients; of nests that of what they hold."""
    if isinstance(g, dict):
        both = {key: added(g[key], more[key]) for key in g if key in more}
        return {**g, **more, **both}
    if isinstance(g, (list, tuple)):
        return [added(item, other) for item, other in zip(g, more, strict=True)]
    return g + more


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


def by_item_forward(x):
    """Forward pass of by_item: total and the cache (references, not copies)."""
    row = np.sin(x[1])  # backprop: recompute
    total = 0.0
    steps = []
    for y in row:
        row1 = y * x[0]
        steps.append((total, row1))
        total = total + row1 * y
    cache = (x, steps)
    return total, cache


def by_item_backward(dtotal, cache):
    """Backward pass of by_item: dx, from dtotal."""
    x, steps = cache
    # computed again, not kept
    row = np.sin(x[1])
    dx = zeros_of(x)
    drow = zeros_of(row)
    for i in reversed(range(len(row))):
        total, row1 = steps[i]
        y = row[i]
        # backprop total = total + row1 * y
        drow1 = unbroadcast(y * dtotal, row1)
        dy = unbroadcast(row1 * dtotal, y)
        dtotal = unbroadcast(dtotal, total)
        # backprop row1 = y * x[0]
        dy += unbroadcast(x[0] * drow1, y)
        dx[0] += unbroadcast(y * drow1, x[0])
        drow[i] = dy
    # backprop row = np.sin(x[1])
    dx[1] += np.cos(x[1]) * drow
    return dx


def by_a_loop_inside_forward(x):
    """Forward pass of by_a_loop_inside.

    Gives total and the cache (references, not copies).
    """
    row = x[:, 1]  # backprop: recompute
    total = 0.0
    steps = []
    for y in row:
        total_before = []
        for row1 in x:
            total_before.append(total)
            total = total + row1 * y
        steps.append(total_before)
    cache = (x, steps)
    return total, cache


def by_a_loop_inside_backward(dtotal, cache):
    """Backward pass of by_a_loop_inside: dx, from dtotal."""
    x, steps = cache
    # computed again, not kept
    row = x[:, 1]
    dx = zeros_of(x)
    drow = zeros_of(row)
    for i in reversed(range(len(row))):
        total_before = steps[i]
        y = row[i]
        dy = np.zeros_like(y, dtype=np.result_type(y, 1.0))
        for i1 in reversed(range(len(x))):
            total = total_before[i1]
            row1 = x[i1]
            # backprop total = total + row1 * y
            drow1 = unbroadcast(y * dtotal, row1)
            dy += unbroadcast(row1 * dtotal, y)
            dtotal = unbroadcast(dtotal, total)
            dx[i1] = added(dx[i1], drow1)
        drow[i] = dy
    # backprop row = x[:, 1]
    dx[:, 1] = added(dx[:, 1], drow)
    return dx
