# arguments: x=(3, 2), w=(2,)
from typing import Annotated

import numpy as np


def f(x: Annotated[np.ndarray, "N D"], w: Annotated[np.ndarray, "D"]):
    return np.tanh(x * w)


# output
"""Forward and backward passes of shapes_by_annotated.py: do not edit.

Made by `backprop generate`.
"""

from typing import Annotated

import numpy as np


def f_forward(x: Annotated[np.ndarray, "N D"], w: Annotated[np.ndarray, "D"]):
    """Forward pass of f: out (N, D) and the cache (references, not copies)."""
    tanh_in = x * w
    out = np.tanh(tanh_in)
    cache = (x, w, out)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N, D) and dw (D,), from dout (N, D)."""
    x, w, out = cache
    # backprop out = np.tanh(tanh_in)
    dtanh_in = (1 - out**2) * dout
    # backprop tanh_in = x * w
    dx = w * dtanh_in
    dw = np.sum(x * dtanh_in, axis=0)
    return dx, dw
