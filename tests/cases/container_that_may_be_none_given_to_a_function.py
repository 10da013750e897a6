# arguments taken_apart_too: x=(3,), s=0.7, n=3
# arguments taken_apart_too: x=(3,), s=0.7, n=1
# arguments taken_apart_too: x=(3,), s=0.7, n=0
# arguments given_twice: x=(3,), s=0.7, n=3
# arguments given_twice: x=(3,), s=0.7, n=1
import numpy as np


def product_of(p):
    return p[0] * p[1]


def taken_apart_too(x: "N", s: float, n: int):
    p = None
    for k in range(n):
        if k == 1:
            p = (x * s, x * x)
        if p is not None:
            a, b = p
            x = x + np.sin(a) * b
    for k in range(n):
        if p is not None:
            x = x + product_of(p)
    return x * s


def given_twice(x: "N", s: float, n: int):
    p = None
    for k in range(n):
        if k == 1:
            p = [x * s, x * x]
    for k in range(n):
        if p is not None:
            x = x + product_of(p)
            x = x + p[1] * product_of(p)
    return x * s


# output
"""Forward and backward passes of container_that_may_be_none_given_to_a_function.py: do
not edit.

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


def product_of_forward(p):
    """Forward pass of product_of: out and the cache (references, not copies)."""
    out = p[0] * p[1]
    cache = (p,)
    return out, cache


def product_of_backward(dout, cache):
    """Backward pass of product_of: dp, from dout."""
    (p,) = cache
    # backprop out = p[0] * p[1]
    dp = zeros_of(p)
    dp[0] = unbroadcast(p[1] * dout, p[0])
    dp[1] += unbroadcast(p[0] * dout, p[1])
    return dp


def taken_apart_too_forward(x: "N", s: float, n: int):
    """Forward pass of taken_apart_too: out and the cache (references, not copies)."""
    p = None
    steps = []
    for k in range(n):
        p_before = p
        x_before1 = x
        if k == 1:
            p = (x * s, x * x)
        a = None
        b = None
        sin_a = None
        a_test = p is not None
        if a_test:
            a, b = p
            sin_a = np.sin(a)
            x = x + sin_a * b
        steps.append((p_before, x_before1, a_test, a, b, sin_a))
    steps1 = []
    for k in range(n):
        x_before = x
        product_of_cache = None
        product_of_p = None
        x_test = p is not None
        if x_test:
            product_of_p, product_of_cache = product_of_forward(p)
            x = x + product_of_p
        steps1.append((x_before, x_test, product_of_cache, product_of_p))
    out = x * s
    cache = (s, n, steps, p, steps1, x)
    return out, cache


def taken_apart_too_backward(dout, cache):
    """Backward pass of taken_apart_too: dx (N,) and ds, from dout."""
    s, n, steps, p, steps1, x = cache
    # backprop out = x * s
    dx = s * dout
    ds = np.sum(x * dout)
    dp = zeros_of(p)
    for x_before, x_test, product_of_cache, product_of_p in reversed(steps1):
        if x_test:
            # backprop x = x + product_of_p
            dproduct_of_p = unbroadcast(dx, product_of_p)
            dx = unbroadcast(dx, x_before)
            # backprop product_of_p = product_of(p)
            dp_product_of = product_of_backward(dproduct_of_p, product_of_cache)
            dp = added(dp, dp_product_of)
    for k in reversed(range(n)):
        p_before, x_before1, a_test, a, b, sin_a = steps[k]
        if a_test:
            # backprop x = x + sin_a * b
            dsin_a = b * dx
            db = sin_a * dx
            # backprop sin_a = np.sin(a)
            da = np.cos(a) * dsin_a
            # backprop a, b = p
            dp[1] += db
            dp[0] += da
        if k == 1:
            # backprop p = (x * s, x * x)
            dx += s * dp[0]
            ds += x_before1 @ dp[0]
            dx += (2 * x_before1) * dp[1]
            dp = zeros_of(p_before)
    return dx, ds


def given_twice_forward(x: "N", s: float, n: int):
    """Forward pass of given_twice: out and the cache (references, not copies)."""
    p = None
    p_before = []
    for k in range(n):
        p_before.append(p)
        if k == 1:
            p = [x * s, x * x]
    x_before1 = x
    steps = []
    for k in range(n):
        x_before = x
        product_of_cache = None
        product_of_p = None
        x1 = None
        x_product_of_p_cache = None
        x_product_of_p = None
        x_test = p is not None
        if x_test:
            product_of_p, product_of_cache = product_of_forward(p)
            x1 = x + product_of_p
            x_product_of_p, x_product_of_p_cache = product_of_forward(p)
            x = x1 + p[1] * x_product_of_p
        steps.append(
            (
                x_before,
                x_test,
                product_of_cache,
                product_of_p,
                x1,
                x_product_of_p_cache,
                x_product_of_p,
            )
        )
    out = x * s
    cache = (x_before1, s, n, p_before, p, steps, x)
    return out, cache


def given_twice_backward(dout, cache):
    """Backward pass of given_twice: dx and ds, from dout."""
    x_before1, s, n, p_before, p, steps, x = cache
    # backprop out = x * s
    dx = s * dout
    ds = np.sum(x * dout)
    dp = zeros_of(p)
    for (
        x_before,
        x_test,
        product_of_cache,
        product_of_p,
        x1,
        x_product_of_p_cache,
        x_product_of_p,
    ) in reversed(steps):
        if x_test:
            # backprop x = x1 + p[1] * x_product_of_p
            dp[1] += unbroadcast(x_product_of_p * dx, p[1])
            dx_product_of_p = unbroadcast(p[1] * dx, x_product_of_p)
            dx1 = unbroadcast(dx, x1)
            # backprop x_product_of_p = product_of(p)
            dp_product_of = product_of_backward(dx_product_of_p, x_product_of_p_cache)
            dp = added(dp, dp_product_of)
            # backprop x1 = x + product_of_p
            dproduct_of_p = unbroadcast(dx1, product_of_p)
            dx = unbroadcast(dx1, x_before)
            # backprop product_of_p = product_of(p)
            dp_product_of1 = product_of_backward(dproduct_of_p, product_of_cache)
            dp = added(dp, dp_product_of1)
    for k in reversed(range(n)):
        p = p_before[k]
        if k == 1:
            # backprop p = [x * s, x * x]
            dx += s * dp[0]
            ds += x_before1 @ dp[0]
            dx += (2 * x_before1) * dp[1]
            dp = zeros_of(p)
    return dx, ds
