# arguments rolled: x=(4,), n=3
# arguments rolled_tuple: x=[0.3, 0.4, 0.5, 0.6], n=3
# arguments rolled_dict: x=(4,), n=3
# arguments rolled_twice: x=(4,), n=2
# arguments three_of_them: x=(4,), n=3
# arguments of_vectors: x=(3,), y=0.7, n=2
# arguments rolled_and_read: x=(4,), n=3
# first order only: a gradient is a list that a turn makes anew
import numpy as np


def rolled(x: "N", n: int):
    e = [x[0], x[1]]
    for t in range(n):
        e = [e[1], e[0] * x[t]]
    return e


def rolled_tuple(x: list[float], n: int):
    e = (x[0], x[1])
    for t in range(n):
        e = (e[1], e[0] * x[t])
    return e


def rolled_dict(x: "N", n: int):
    e = {"a": x[0], "b": x[1]}
    for t in range(n):
        e = {"a": e["b"], "b": e["a"] * x[t]}
    return e


def rolled_twice(x: "N", n: int):
    e = [x[0], x[1]]
    for t in range(n):
        e = [e[1] * x[t], e[0] + x[t]]
        e = [e[1], e[0] * x[t] + e[1]]
    return e


def three_of_them(x: "N", n: int):
    e = (x[0], x[1], x[2])
    for t in range(n):
        e = (e[1], e[2] * x[t], e[0] * e[1])
    return e


def of_vectors(x: "N", y: float, n: int):
    e = [x * 1, x * 2]
    for _ in range(n):
        e = [e[1], e[0] * y]
    return e


def rolled_and_read(x: "N", n: int):
    e = rolled(x, n)
    return e[1] * np.tanh(e[0])


# output
"""Forward and backward passes of containers_made_of_themselves_and_returned.py: do not
edit.

Made by `backprop generate`.
"""

import numpy as np


def rolled_forward(x: "N", n: int):
    """Forward pass of rolled: e and the cache (references, not copies)."""
    e = [x[0], x[1]]
    e_before = []
    for t in range(n):
        e_before.append(e)
        e = [e[1], e[0] * x[t]]
    cache = (x, n, e_before)
    return e, cache


def rolled_backward(de, cache):
    """Backward pass of rolled: dx (N,), from de."""
    x, n, e_before = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for t in reversed(range(n)):
        e = e_before[t]
        # backprop e = [e[1], e[0] * x[t]]
        dx[t] = e[0] * de[1]
        de = [x[t] * de[1], 1 * de[0]]
    # backprop e = [x[0], x[1]]
    dx[0] += de[0]
    dx[1] += de[1]
    return dx


def rolled_tuple_forward(x: list[float], n: int):
    """Forward pass of rolled_tuple: e and the cache (references, not copies)."""
    e = (x[0], x[1])
    e_before = []
    for t in range(n):
        e_before.append(e)
        e = (e[1], e[0] * x[t])
    cache = (x, n, e_before)
    return e, cache


def rolled_tuple_backward(de, cache):
    """Backward pass of rolled_tuple: dx, from de."""
    x, n, e_before = cache
    dx = [0.0] * len(x)
    for t in reversed(range(n)):
        e = e_before[t]
        # backprop e = (e[1], e[0] * x[t])
        dx[t] = e[0] * de[1]
        de = (x[t] * de[1], 1 * de[0])
    # backprop e = (x[0], x[1])
    dx[0] += de[0]
    dx[1] += de[1]
    return dx


def rolled_dict_forward(x: "N", n: int):
    """Forward pass of rolled_dict: e and the cache (references, not copies)."""
    e = {"a": x[0], "b": x[1]}
    e_before = []
    for t in range(n):
        e_before.append(e)
        e = {"a": e["b"], "b": e["a"] * x[t]}
    cache = (x, n, e_before)
    return e, cache


def rolled_dict_backward(de, cache):
    """Backward pass of rolled_dict: dx (N,), from de."""
    x, n, e_before = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for t in reversed(range(n)):
        e = e_before[t]
        # backprop e = {"a": e["b"], "b": e["a"] * x[t]}
        dx[t] = e["a"] * de["b"]
        de = {"a": x[t] * de["b"], "b": 1 * de["a"]}
    # backprop e = {"a": x[0], "b": x[1]}
    dx[0] += de["a"]
    dx[1] += de["b"]
    return dx


def rolled_twice_forward(x: "N", n: int):
    """Forward pass of rolled_twice: e and the cache (references, not copies)."""
    e = [x[0], x[1]]
    steps = []
    for t in range(n):
        e1 = [e[1] * x[t], e[0] + x[t]]
        steps.append((e, e1))
        e = [e1[1], e1[0] * x[t] + e1[1]]
    cache = (x, n, steps)
    return e, cache


def rolled_twice_backward(de, cache):
    """Backward pass of rolled_twice: dx (N,), from de."""
    x, n, steps = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for t in reversed(range(n)):
        e, e1 = steps[t]
        # backprop e = [e1[1], e1[0] * x[t] + e1[1]]
        de_1 = de[0]
        de_0 = x[t] * de[1]
        dx[t] += e1[0] * de[1]
        de_1 = de_1 + de[1]
        # backprop e1 = [e[1] * x[t], e[0] + x[t]]
        de = [de_1, x[t] * de_0]
        dx[t] += de_1
        dx[t] += e[1] * de_0
    # backprop e = [x[0], x[1]]
    dx[0] += de[0]
    dx[1] += de[1]
    return dx


def three_of_them_forward(x: "N", n: int):
    """Forward pass of three_of_them: e and the cache (references, not copies)."""
    e = (x[0], x[1], x[2])
    e_before = []
    for t in range(n):
        e_before.append(e)
        e = (e[1], e[2] * x[t], e[0] * e[1])
    cache = (x, n, e_before)
    return e, cache


def three_of_them_backward(de, cache):
    """Backward pass of three_of_them: dx (N,), from de."""
    x, n, e_before = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for t in reversed(range(n)):
        e = e_before[t]
        # backprop e = (e[1], e[2] * x[t], e[0] * e[1])
        de_1 = de[0]
        de_2 = x[t] * de[1]
        dx[t] = e[2] * de[1]
        de_0 = e[1] * de[2]
        de_1 = de_1 + e[0] * de[2]
        de = (de_0, de_1, de_2)
    # backprop e = (x[0], x[1], x[2])
    dx[0] += de[0]
    dx[1] += de[1]
    dx[2] += de[2]
    return dx


def of_vectors_forward(x: "N", y: float, n: int):
    """Forward pass of of_vectors: e and the cache (references, not copies)."""
    e = [x * 1, x * 2]
    e_before = []
    for _ in range(n):
        e_before.append(e)
        e = [e[1], e[0] * y]
    cache = (y, e_before)
    return e, cache


def of_vectors_backward(de, cache):
    """Backward pass of of_vectors: dx (N,) and dy, from de."""
    y, e_before = cache
    dy = 0.0
    for e in reversed(e_before):
        # backprop e = [e[1], e[0] * y]
        dy += e[0] @ de[1]
        de = [y * de[1], 1.0 * de[0]]
    # backprop e = [x * 1, x * 2]
    dx = 1.0 * de[0]
    dx += 2 * de[1]
    return dx, dy


def rolled_and_read_forward(x: "N", n: int):
    """Forward pass of rolled_and_read: out and the cache (references, not copies)."""
    e, rolled_cache = rolled_forward(x, n)
    tanh_e_0 = np.tanh(e[0])
    out = e[1] * tanh_e_0
    cache = (e, rolled_cache, tanh_e_0)
    return out, cache


def rolled_and_read_backward(dout, cache):
    """Backward pass of rolled_and_read: dx (N,), from dout."""
    e, rolled_cache, tanh_e_0 = cache
    # backprop out = e[1] * tanh_e_0
    de_1 = tanh_e_0 * dout
    dtanh_e_0 = e[1] * dout
    # backprop tanh_e_0 = np.tanh(e[0])
    de_0 = (1 - tanh_e_0**2) * dtanh_e_0
    # backprop e = rolled(x, n)
    de = [de_0, de_1]
    dx = rolled_backward(de, rolled_cache)
    return dx
