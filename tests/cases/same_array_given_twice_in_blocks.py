# arguments in_a_loop: x=(3,), n=2
# arguments in_a_branch: x=(3,), c=1.0
# arguments rows_of_one_array: A=(4, 3)
# arguments without_annotations: x=(3,), n=2
import numpy as np


def weighed(u: "N", v: "N"):
    return u * np.sin(v)


def in_a_loop(x: "N", n: int):
    for i in range(n):
        x = weighed(x, x)
    return x


def in_a_branch(x: "N", c: float):
    if c > 0:
        y = weighed(x, x) * x
    else:
        y = x
    return y


def rows_of_one_array(A: "M N"):
    total = np.zeros(3)
    for i in range(1, len(A)):
        total = total + weighed(A[i], A[i - 1]) * weighed(A[0], A[0])
    return total


def without_annotations(x, n):
    for i in range(n):
        x = weighed(x, x)
    return x


# output
"""Forward and backward passes of same_array_given_twice_in_blocks.py: do not edit.

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


def weighed_forward(u: "N", v: "N"):
    """Forward pass of weighed: out (N,) and the cache (references, not copies)."""
    sin_v = np.sin(v)
    out = u * sin_v
    cache = (u, v, sin_v)
    return out, cache


def weighed_backward(dout, cache):
    """Backward pass of weighed: du (N,) and dv (N,), from dout (N,)."""
    u, v, sin_v = cache
    # backprop out = u * sin_v
    du = sin_v * dout
    dsin_v = u * dout
    # backprop sin_v = np.sin(v)
    dv = np.cos(v) * dsin_v
    return du, dv


def in_a_loop_forward(x: "N", n: int):
    """Forward pass of in_a_loop: x (N,) and the cache (references, not copies)."""
    steps = []
    for i in range(n):
        x, weighed_cache = weighed_forward(x, x)
        steps.append(weighed_cache)
    cache = (steps,)
    return x, cache


def in_a_loop_backward(dx, cache):
    """Backward pass of in_a_loop: dx (N,), from dx (N,)."""
    (steps,) = cache
    dx = 1.0 * dx
    for weighed_cache in reversed(steps):
        # backprop x = weighed(x, x)
        dx, dx_weighed = weighed_backward(dx, weighed_cache)
        dx += dx_weighed
    return dx


def in_a_branch_forward(x: "N", c: float):
    """Forward pass of in_a_branch: y (N,) and the cache (references, not copies)."""
    weighed_x = None
    weighed_cache = None
    if c > 0:
        weighed_x, weighed_cache = weighed_forward(x, x)
        y = weighed_x * x
    else:
        y = x
    cache = (x, c, weighed_x, weighed_cache)
    return y, cache


def in_a_branch_backward(dy, cache):
    """Backward pass of in_a_branch: dx (N,) and dc, from dy (N,)."""
    x, c, weighed_x, weighed_cache = cache
    if c > 0:
        # backprop y = weighed_x * x
        dweighed_x = x * dy
        dx = weighed_x * dy
        # backprop weighed_x = weighed(x, x)
        dx_weighed, dx_weighed1 = weighed_backward(dweighed_x, weighed_cache)
        dx += dx_weighed
        dx += dx_weighed1
    else:
        # backprop y = x
        dx = 1.0 * dy
    dc = 0.0
    return dx, dc


def rows_of_one_array_forward(A: "M N"):
    """Forward pass of rows_of_one_array.

    Gives total (3,) and the cache (references, not copies).
    """
    total = np.zeros(3)
    steps = []
    for i in range(1, len(A)):
        A_i = A[i]
        A_part = A[i - 1]
        weighed_A_i, weighed_cache = weighed_forward(A_i, A_part)
        A_0 = A[0]
        total_A_0 = A[0]
        weighed_A_0, weighed_A_0_cache = weighed_forward(A_0, total_A_0)
        total_product = weighed_A_i * weighed_A_0
        total = total + total_product
        steps.append(
            (weighed_cache, weighed_A_i, weighed_A_0_cache, weighed_A_0, total_product)
        )
    cache = (A, steps)
    return total, cache


def rows_of_one_array_backward(dtotal, cache):
    """Backward pass of rows_of_one_array: dA (M, N), from dtotal (3,)."""
    A, steps = cache
    dA = np.zeros_like(A, dtype=np.result_type(A, 1.0))
    for i, (
        weighed_cache,
        weighed_A_i,
        weighed_A_0_cache,
        weighed_A_0,
        total_product,
    ) in zip(reversed(range(1, len(A))), reversed(steps)):
        # backprop total = total + total_product
        dtotal_product = unbroadcast(dtotal, total_product)
        # backprop total_product = weighed_A_i * weighed_A_0
        dweighed_A_i = weighed_A_0 * dtotal_product
        dweighed_A_0 = weighed_A_i * dtotal_product
        # backprop weighed_A_0 = weighed(A_0, total_A_0)
        dA_0, dtotal_A_0 = weighed_backward(dweighed_A_0, weighed_A_0_cache)
        # backprop total_A_0 = A[0]
        dA[0] += dtotal_A_0
        # backprop A_0 = A[0]
        dA[0] += dA_0
        # backprop weighed_A_i = weighed(A_i, A_part)
        dA_i, dA_part = weighed_backward(dweighed_A_i, weighed_cache)
        # backprop A_part = A[i - 1]
        dA[i - 1] += dA_part
        # backprop A_i = A[i]
        dA[i] += dA_i
    return dA


def without_annotations_forward(x, n):
    """Forward pass of without_annotations: x and the cache (references, not copies)."""
    steps = []
    for i in range(n):
        x, weighed_cache = weighed_forward(x, x)
        steps.append(weighed_cache)
    cache = (steps,)
    return x, cache


def without_annotations_backward(dx, cache):
    """Backward pass of without_annotations: dx, from dx."""
    (steps,) = cache
    dx = 1.0 * dx
    for weighed_cache in reversed(steps):
        # backprop x = weighed(x, x)
        dx, dx_weighed = weighed_backward(dx, weighed_cache)
        dx += dx_weighed
    return dx
