# arguments: y=(3,), v=(3,), b=0.3
# first order only part_written_in_turns_of_what_a_turn_makes: a gradient that may be a list
import numpy as np


def part_written_in_turns_of_what_a_turn_makes(y, v, b):
    for i in range(2):
        y = y * v[i]
        for j in range(2):
            y[2] -= b
    return y


# output
"""Forward and backward passes of part_written_in_turns_of_what_a_turn_makes.py: do not
edit.

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


def part_written_in_turns_of_what_a_turn_makes_forward(y, v, b):
    """Forward pass of part_written_in_turns_of_what_a_turn_makes.

    Gives y and the cache (references, not copies).
    """
    if isinstance(y, (list, tuple)):
        raise TypeError(
            "part_written_in_turns_of_what_a_turn_makes: y is a list or a tuple, and "
            "is taken for an array"
        )
    y_before = []
    for i in range(2):
        y_before1 = copy_of(y)
        y = y * v[i]
        for j in range(2):
            y[2] -= b
        y_before.append(y_before1)
    cache = (v, b, y_before)
    return y, cache


def part_written_in_turns_of_what_a_turn_makes_backward(dy, cache):
    """Backward pass of part_written_in_turns_of_what_a_turn_makes.

    Gives dy, dv and db, from dy.
    """
    v, b, y_before = cache
    db = np.zeros_like(b, dtype=np.result_type(b, 1.0))
    dv = zeros_of(v)
    for i in reversed(range(2)):
        y_before1 = y_before[i]
        for _ in range(2):
            # backprop y[2] -= b
            db += unbroadcast(-dy[2], b)
        # backprop y = y * v[i]
        dv[i] += unbroadcast(y_before1 * dy, v[i])
        dy = unbroadcast(v[i] * dy, y_before1)
    dy = 1 * dy
    return dy, dv, db
