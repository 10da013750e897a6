# arguments: p=P(w=(3, 2), b=(2,)), x=(4, 3)
# names matter: fields are read by their names
from typing import NamedTuple

import numpy as np


# what a layer is made of
class P(NamedTuple):
    w: "D H"
    b: "H"


def f(p: P, x: "N D"):
    h = np.tanh(x @ p.w + p.b)
    return np.sum(h * p.b)


# output
"""Forward and backward passes of named_tuple_argument.py: do not edit.

Made by `backprop generate`.
"""

from typing import NamedTuple

import numpy as np


# what a layer is made of
class P(NamedTuple):
    w: "D H"
    b: "H"


def f_forward(p: P, x: "N D"):
    """Forward pass of f: out and the cache (references, not copies)."""
    tanh_in = x @ p.w + p.b
    h = np.tanh(tanh_in)
    out = np.sum(h * p.b)
    cache = (p, x, h)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dp and dx (N, D), from dout."""
    p, x, h = cache
    # backprop out = np.sum(h * p.b)
    dh = np.ones_like(h) * (p.b * dout)
    db = np.sum(h * dout, axis=0)
    # backprop h = np.tanh(tanh_in)
    dtanh_in = (1 - h**2) * dh
    # backprop tanh_in = x @ p.w + p.b
    dx = dtanh_in @ p.w.T
    dw = x.T @ dtanh_in
    db += np.sum(dtanh_in, axis=0)
    dp = P(w=dw, b=db)
    return dp, dx
