# arguments steps: x=(4,), k=2
# arguments table: a=(2, 3)
# arguments again_in_an_inner_loop: a=(2, 3)
# arguments counter_from_both_ends: x=(3,)
# arguments one_place_of_all: x=(4,), k=2
# arguments first_place_is_in_the_range: x=(4,)
# arguments made_of_an_argument: x=(4,)
# arguments counter_that_is_changed: x=(4,)
# arguments made_in_each_turn: a=(2, 3)
# arguments written_in_two_arms: x=(4,)
# arguments multiplied_then_added_to: x=(4,)
# names matter: a name of the project gives way to one of the source
import numpy as np


def steps(x: "N", k: int):
    path = np.zeros(k + 1)
    path[0] = x[0] * x[1]
    for t in range(k):
        path[t + 1] = np.sin(path[t]) * x[t]
    return path


def table(a: "N M"):
    out = np.zeros((len(a), 3, 2))
    for i in range(len(a)):
        for j in range(2, -1, -1):
            out[i, j, 0] = a[i, j] ** 2
            out[i, j, 1] = a[i, j] * out[i, j, 0]
    return out


def again_in_an_inner_loop(a: "N M"):
    out = np.zeros(3)
    for i in range(len(a)):
        for j in range(3):
            out[j] = a[i, j] ** 2
    return out


def counter_from_both_ends(x: "N"):
    out = np.zeros(3)
    for i in range(-1, 3):
        out[i] = x[i] ** 2
    return out


def one_place_of_all(x: "N", k: int):
    out = np.zeros(4)
    for i in range(4):
        out[i] = x[i] ** 2
        out[k] = x[i] * x[0]
    return out


def first_place_is_in_the_range(x: "N"):
    out = np.zeros(4)
    out[0] = x[1] ** 2
    for i in range(len(x)):
        out[i] = x[i] ** 2
    return out


def made_of_an_argument(x: "N"):
    out = 2 * x
    for i in range(2):
        out[i] = x[i + 1] ** 2
    return out


def counter_that_is_changed(x: "N"):
    out = np.zeros(4)
    for i in range(4):
        i = i // 2
        out[i] = x[i] ** 2
    return out


def made_in_each_turn(a: "N M"):
    total = 0.0
    for i in range(len(a)):
        row = np.zeros(3)
        for j in range(3):
            row[j] = a[i, j] ** 2
        total += np.sum(row * row)
    return total


def written_in_two_arms(x: "N"):
    out = np.zeros(4)
    for i in range(4):
        if x[i] > 0:
            out[i] = x[i] ** 2
        else:
            out[i] = x[i] ** 3
    return out


def multiplied_then_added_to(x: "N"):
    out = np.zeros(4)
    for i in range(4):
        out[i] += x[i]
        out[i] = x[i] * out[i]
        out[i] += x[i]
    return out


# output
"""Forward and backward passes of places_written_but_once.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def steps_forward(x: "N", k: int):
    """Forward pass of steps: path and the cache (references, not copies)."""
    path = np.zeros(k + 1)
    path[0] = x[0] * x[1]
    steps1 = []
    for t in range(k):
        sin_path_t = np.sin(path[t])
        path[t + 1] = sin_path_t * x[t]
        steps1.append(sin_path_t)
    cache = (x, k, steps1, path)
    return path, cache


def steps_backward(dpath: "_", cache):
    """Backward pass of steps: dx (N,), from dpath."""
    x, k, steps1, path = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dpath = 1.0 * dpath
    for t in reversed(range(k)):
        sin_path_t = steps1[t]
        # backprop path[t + 1] = sin_path_t * x[t]
        dsin_path_t = x[t] * dpath[t + 1]
        dx[t] = sin_path_t * dpath[t + 1]
        # backprop sin_path_t = np.sin(path[t])
        dpath[t] += np.cos(path[t]) * dsin_path_t
    # backprop path[0] = x[0] * x[1]
    dx[0] += x[1] * dpath[0]
    dx[1] += x[0] * dpath[0]
    return dx


def table_forward(a: "N M"):
    """Forward pass of table: out (N, 3, 2) and the cache (references, not copies)."""
    out = np.zeros((len(a), 3, 2))
    for i in range(len(a)):
        for j in range(2, -1, -1):
            out[i, j, 0] = a[i, j] ** 2
            out[i, j, 1] = a[i, j] * out[i, j, 0]
    cache = (a, out)
    return out, cache


def table_backward(dout: "N 3 2", cache):
    """Backward pass of table: da (N, M), from dout (N, 3, 2)."""
    a, out = cache
    da = np.zeros_like(a, dtype=np.result_type(a, 1.0))
    dout = 1.0 * dout
    for i in reversed(range(len(a))):
        for j in reversed(range(2, -1, -1)):
            # backprop out[i, j, 1] = a[i, j] * out[i, j, 0]
            dout_i_j_1 = dout[i, j, 1]
            da[i, j] += out[i, j, 0] * dout_i_j_1
            dout[i, j, 0] += a[i, j] * dout_i_j_1
            # backprop out[i, j, 0] = a[i, j] ** 2
            da[i, j] += (2 * a[i, j]) * dout[i, j, 0]
    return da


def again_in_an_inner_loop_forward(a: "N M"):
    """Forward pass of again_in_an_inner_loop.

    Gives out (3,) and the cache (references, not copies).
    """
    out = np.zeros(3)
    for i in range(len(a)):
        for j in range(3):
            out[j] = a[i, j] ** 2
    cache = (a,)
    return out, cache


def again_in_an_inner_loop_backward(dout: "3", cache):
    """Backward pass of again_in_an_inner_loop: da (N, M), from dout (3,)."""
    (a,) = cache
    da = np.zeros_like(a, dtype=np.result_type(a, 1.0))
    dout = 1.0 * dout
    for i in reversed(range(len(a))):
        for j in reversed(range(3)):
            # backprop out[j] = a[i, j] ** 2
            da[i, j] += (2 * a[i, j]) * dout[j]
            dout[j] = 0.0
    return da


def counter_from_both_ends_forward(x: "N"):
    """Forward pass of counter_from_both_ends.

    Gives out (3,) and the cache (references, not copies).
    """
    out = np.zeros(3)
    for i in range(-1, 3):
        out[i] = x[i] ** 2
    cache = (x,)
    return out, cache


def counter_from_both_ends_backward(dout: "3", cache):
    """Backward pass of counter_from_both_ends: dx (N,), from dout (3,)."""
    (x,) = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dout = 1.0 * dout
    for i in reversed(range(-1, 3)):
        # backprop out[i] = x[i] ** 2
        dx[i] += (2 * x[i]) * dout[i]
        dout[i] = 0.0
    return dx


def one_place_of_all_forward(x: "N", k: int):
    """Forward pass of one_place_of_all.

    Gives out (4,) and the cache (references, not copies).
    """
    out = np.zeros(4)
    for i in range(4):
        out[i] = x[i] ** 2
        out[k] = x[i] * x[0]
    cache = (x, k)
    return out, cache


def one_place_of_all_backward(dout: "4", cache):
    """Backward pass of one_place_of_all: dx (N,), from dout (4,)."""
    x, k = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dout = 1.0 * dout
    for i in reversed(range(4)):
        # backprop out[k] = x[i] * x[0]
        dx[i] += x[0] * dout[k]
        dx[0] += x[i] * dout[k]
        dout[k] = 0.0
        # backprop out[i] = x[i] ** 2
        dx[i] += (2 * x[i]) * dout[i]
        dout[i] = 0.0
    return dx


def first_place_is_in_the_range_forward(x: "N"):
    """Forward pass of first_place_is_in_the_range.

    Gives out (4,) and the cache (references, not copies).
    """
    out = np.zeros(4)
    out[0] = x[1] ** 2
    for i in range(len(x)):
        out[i] = x[i] ** 2
    cache = (x,)
    return out, cache


def first_place_is_in_the_range_backward(dout: "4", cache):
    """Backward pass of first_place_is_in_the_range: dx (N,), from dout (4,)."""
    (x,) = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dout = 1.0 * dout
    for i in reversed(range(len(x))):
        # backprop out[i] = x[i] ** 2
        dx[i] = (2 * x[i]) * dout[i]
        dout[i] = 0.0
    # backprop out[0] = x[1] ** 2
    dx[1] += (2 * x[1]) * dout[0]
    return dx


def made_of_an_argument_forward(x: "N"):
    """Forward pass of made_of_an_argument.

    Gives out (N,) and the cache (references, not copies).
    """
    out = 2 * x
    for i in range(2):
        out[i] = x[i + 1] ** 2
    cache = (x,)
    return out, cache


def made_of_an_argument_backward(dout: "N", cache):
    """Backward pass of made_of_an_argument: dx (N,), from dout (N,)."""
    (x,) = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dout = 1.0 * dout
    for i in reversed(range(2)):
        # backprop out[i] = x[i + 1] ** 2
        dx[i + 1] += (2 * x[i + 1]) * dout[i]
        dout[i] = 0.0
    # backprop out = 2 * x
    dx += 2 * dout
    return dx


def counter_that_is_changed_forward(x: "N"):
    """Forward pass of counter_that_is_changed.

    Gives out (4,) and the cache (references, not copies).
    """
    out = np.zeros(4)
    steps1 = []
    for i in range(4):
        i = i // 2
        out[i] = x[i] ** 2
        steps1.append(i)
    cache = (x, steps1)
    return out, cache


def counter_that_is_changed_backward(dout: "4", cache):
    """Backward pass of counter_that_is_changed: dx (N,), from dout (4,)."""
    x, steps1 = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dout = 1.0 * dout
    for i in reversed(steps1):
        # backprop out[i] = x[i] ** 2
        dx[i] += (2 * x[i]) * dout[i]
        dout[i] = 0.0
    return dx


def made_in_each_turn_forward(a: "N M"):
    """Forward pass of made_in_each_turn.

    Gives total and the cache (references, not copies).
    """
    total = 0.0
    steps1 = []
    for i in range(len(a)):
        row = np.zeros(3)
        for j in range(3):
            row[j] = a[i, j] ** 2
        total += np.sum(row * row)
        steps1.append(row)
    cache = (a, steps1)
    return total, cache


def made_in_each_turn_backward(dtotal, cache):
    """Backward pass of made_in_each_turn: da (N, M), from dtotal."""
    a, steps1 = cache
    da = np.zeros_like(a, dtype=np.result_type(a, 1.0))
    for i in reversed(range(len(a))):
        row = steps1[i]
        # backprop total += np.sum(row * row)
        drow = (2 * row) * dtotal
        for j in reversed(range(3)):
            # backprop row[j] = a[i, j] ** 2
            da[i, j] += (2 * a[i, j]) * drow[j]
    return da


def written_in_two_arms_forward(x: "N"):
    """Forward pass of written_in_two_arms.

    Gives out (4,) and the cache (references, not copies).
    """
    out = np.zeros(4)
    for i in range(4):
        if x[i] > 0:
            out[i] = x[i] ** 2
        else:
            out[i] = x[i] ** 3
    cache = (x,)
    return out, cache


def written_in_two_arms_backward(dout: "4", cache):
    """Backward pass of written_in_two_arms: dx (N,), from dout (4,)."""
    (x,) = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dout = 1.0 * dout
    for i in reversed(range(4)):
        if x[i] > 0:
            # backprop out[i] = x[i] ** 2
            dx[i] += (2 * x[i]) * dout[i]
            dout[i] = 0.0
        else:
            # backprop out[i] = x[i] ** 3
            dx[i] += (3 * x[i] ** 2) * dout[i]
            dout[i] = 0.0
    return dx


def multiplied_then_added_to_forward(x: "N"):
    """Forward pass of multiplied_then_added_to.

    Gives out (4,) and the cache (references, not copies).
    """
    out = np.zeros(4)
    steps1 = []
    for i in range(4):
        out[i] += x[i]
        out_i = out[i]
        out[i] = x[i] * out_i
        out[i] += x[i]
        steps1.append(out_i)
    cache = (x, steps1)
    return out, cache


def multiplied_then_added_to_backward(dout: "4", cache):
    """Backward pass of multiplied_then_added_to: dx (N,), from dout (4,)."""
    x, steps1 = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dout = 1.0 * dout
    for i in reversed(range(4)):
        out_i = steps1[i]
        # backprop out[i] += x[i]
        dx[i] += dout[i]
        # backprop out[i] = x[i] * out_i
        dx[i] += out_i * dout[i]
        dout_i = x[i] * dout[i]
        # backprop out_i = out[i]
        dout[i] = dout_i
        # backprop out[i] += x[i]
        dx[i] += dout[i]
    return dx
