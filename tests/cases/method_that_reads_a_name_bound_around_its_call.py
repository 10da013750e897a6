# arguments: p=P((3,)), x=(3,)
# names matter: fields are read by their names
from dataclasses import dataclass

import numpy as np

scale = 3.0


@dataclass
class P:
    w: "N"

    def val(self, y):
        return y * scale * self.w


def f(p: P, x: "N"):
    h = lambda scale: p.val(x) * scale
    return np.sum(h(2.0))


# output
"""Forward and backward passes of method_that_reads_a_name_bound_around_its_call.py: do
not edit.

Made by `backprop generate`.
"""

from dataclasses import dataclass

import numpy as np

scale = 3.0


@dataclass
class P:
    w: "N"

    def val(self, y):
        return y * scale * self.w


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


def p_val_forward(self: P, y):
    """Forward pass of p_val: out and the cache (references, not copies)."""
    out_product = y * scale
    out = out_product * self.w
    cache = (self, out_product)
    return out, cache


def p_val_backward(dout, cache):
    """Backward pass of p_val: dself and dy, from dout."""
    self, out_product = cache
    # backprop out = out_product * self.w
    dout_product = unbroadcast(self.w * dout, out_product)
    dself = P(w=unbroadcast(out_product * dout, self.w))
    # backprop out_product = y * scale
    dy = scale * dout_product
    return dself, dy


def f_forward(p: P, x: "N"):
    """Forward pass of f: out and the cache (references, not copies)."""
    p_val_p, p_val_cache = p_val_forward(p, x)
    out = np.sum(p_val_p * 2.0)
    cache = (p_val_p, p_val_cache)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dp and dx (N,), from dout."""
    p_val_p, p_val_cache = cache
    # backprop out = np.sum(p_val_p * 2.0)
    dp_val_p = np.ones_like(p_val_p) * (2.0 * dout)
    # backprop p_val_p = p_val(p, x)
    dp, dx = p_val_backward(dp_val_p, p_val_cache)
    return dp, dx
