# arguments: h=(3,), z=(3,), n=2
# arguments handed: x=0.6
# first order only growing: an item of a history may be a list
import numpy as np


def handed(x: float):
    acc = 1.1 * x
    for t in range(3):
        for j in range(t, 3):
            for _ in range(2, 0, -1):
                pair = [acc * acc, x]
        for _ in range(2):
            for acc in pair:
                acc += 0.1 * acc
            last = acc
    last *= x
    return last


def growing(h: "N", z: "N", n: int):
    xs = []
    xs.append(h @ z)
    for _ in range(n + 1):
        for step in xs:
            row = np.eye(3) * step
        xs.append(np.sin(step))
    return row


# output
"""Forward and backward passes of numbers_that_loops_hand_to_lists.py: do not edit.

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


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def handed_forward(x: float):
    """Forward pass of handed: last1 and the cache (references, not copies)."""
    acc = 1.1 * x
    acc_before = []
    for t in range(3):
        acc_before.append(acc)
        for j in range(t, 3):
            for _ in range(2, 0, -1):
                pair = [acc * acc, x]
        for _ in range(2):
            acc1 = pair[0]
            acc1 += 0.1 * acc1
            acc1 = x
            acc = acc1 + 0.1 * acc1
            last = acc
    last1 = last * x
    cache = (x, acc_before, last)
    return last1, cache


def handed_backward(dlast1, cache):
    """Backward pass of handed: dx, from dlast1."""
    x, acc_before, last = cache
    # backprop last1 = last * x
    dx = last * dlast1
    dlast = x * dlast1
    dpair = [0.0, 0.0]
    dacc = 0.0
    for t in reversed(range(3)):
        acc = acc_before[t]
        for _ in range(2):
            # backprop last = acc
            dacc += dlast
            # backprop acc = acc1 + 0.1 * acc1
            dacc1 = dacc + 0.1 * dacc
            # backprop acc1 = x
            dx += dacc1
            dacc = 0.0
            dlast = 0.0
        dacc = 0.0
        for _ in range(t, 3):
            for _ in range(2, 0, -1):
                # backprop pair = [acc * acc, x]
                dacc += (2 * acc) * dpair[0]
                dx += dpair[1]
                dpair = [0.0, 0.0]
            dpair = [0.0, 0.0]
        dlast = 0.0
    # backprop acc = 1.1 * x
    dx += 1.1 * dacc
    return dx


def growing_forward(h: "N", z: "N", n: int):
    """Forward pass of growing: row (3, 3) and the cache (references, not copies)."""
    xs = []
    h_at_z = h @ z
    xs.append(h_at_z)
    row = None
    steps = []
    for _ in range(n + 1):
        xs_before = copy_of(xs)
        steps1 = []
        for step in xs:
            row_before = row
            eye_3 = np.eye(3)
            row = eye_3 * step
            steps1.append((row_before, eye_3))
        xs.append(np.sin(step))
        steps.append((xs_before, steps1, step))
    cache = (h, z, steps, xs)
    return row, cache


def growing_backward(drow, cache):
    """Backward pass of growing: dh (N,) and dz (N,), from drow (3, 3)."""
    h, z, steps, xs = cache
    dstep = 0.0
    dxs = zeros_of(xs)
    for xs_before, steps1, step in reversed(steps):
        # backprop xs.append(np.sin(step))
        dstep += np.cos(step) * dxs.pop()
        for i in reversed(range(len(xs_before))):
            row_before, eye_3 = steps1[i]
            # backprop row = eye_3 * step
            dstep += np.sum(eye_3 * drow)
            dxs[i] += dstep
            dstep = 0.0
            drow = np.zeros_like(row_before, dtype=np.result_type(row_before, 1.0))
    # backprop xs.append(h_at_z)
    dh_at_z = np.sum(dxs.pop())
    # backprop h_at_z = h @ z
    dh = z * dh_at_z
    dz = h * dh_at_z
    return dh, dz
