# arguments: x=(3, 2), w=(2,)
import numpy as np


def f(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    return np.tanh(x * w)


# output
"""Forward and backward passes of numpy_ndarray_annotation.py: do not edit.

Made by `backprop generate`.
"""

from typing import Any

import numpy as np


def unbroadcast(g: Any, x: Any) -> Any:
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


def f_forward(x: np.ndarray, w: np.ndarray) -> tuple[np.ndarray, tuple[Any, ...]]:
    """Forward pass of f: out and the cache (references, not copies)."""
    tanh_in = x * w
    out = np.tanh(tanh_in)
    cache = (x, w, out)
    return out, cache


def f_backward(
    dout: np.ndarray, cache: tuple[Any, ...]
) -> tuple[np.ndarray, np.ndarray]:
    """Backward pass of f: dx and dw, from dout."""
    x, w, out = cache
    # backprop out = np.tanh(tanh_in)
    dtanh_in = (1 - out**2) * dout
    # backprop tanh_in = x * w
    dx = unbroadcast(w * dtanh_in, x)
    dw = unbroadcast(x * dtanh_in, w)
    return dx, dw
