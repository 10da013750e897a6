# arguments: p=P((3,)), x=(3,)
# names matter: fields are read by their names
from dataclasses import dataclass

import numpy as np


@dataclass
class P:
    w: "N"

    def run(self, x, n: int = 2):
        if n == 0:
            return np.sum(self.w)
        return np.sum(self.w * x ** n)


def f(p: P, x: "N"):
    # twice with keywords
    a = p.run(x)  # once
    b = p.run(n=3, x=x)
    return a * b


# output
"""Forward and backward passes of method_with_branches_and_defaults.py: do not edit.

Made by `backprop generate`.
"""

from dataclasses import dataclass

import numpy as np


@dataclass
class P:
    w: "N"

    def run(self, x, n: int = 2):
        if n == 0:
            return np.sum(self.w)
        return np.sum(self.w * x ** n)


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


def p_run_forward(self: P, x, n: int = 2):
    """Forward pass of p_run: out and the cache (references, not copies)."""
    x_pow_n = None
    sum_in = None
    if n == 0:
        out = np.sum(self.w)
    else:
        x_pow_n = x**n
        sum_in = self.w * x_pow_n
        out = np.sum(sum_in)
    cache = (self, x, n, x_pow_n, sum_in)
    return out, cache


def p_run_backward(dout, cache):
    """Backward pass of p_run: dself and dx, from dout."""
    self, x, n, x_pow_n, sum_in = cache
    if n == 0:
        # backprop out = np.sum(self.w)
        dw = np.ones_like(self.w) * dout
        dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    else:
        # backprop out = np.sum(sum_in)
        dsum_in = np.ones_like(sum_in) * dout
        # backprop sum_in = self.w * x_pow_n
        dw = unbroadcast(x_pow_n * dsum_in, self.w)
        dx_pow_n = unbroadcast(self.w * dsum_in, x_pow_n)
        # backprop x_pow_n = x**n
        dx = np.ones_like(x) * ((n * x ** (n - 1) if n else 0.0) * dx_pow_n)
    dself = P(w=dw)
    return dself, dx


def f_forward(p: P, x: "N"):
    """Forward pass of f: out and the cache (references, not copies)."""
    # twice with keywords
    a, p_run_cache = p_run_forward(p, x)  # once
    b, b_cache = p_run_forward(p, n=3, x=x)
    out = a * b
    cache = (a, p_run_cache, b, b_cache)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dp and dx (N,), from dout."""
    a, p_run_cache, b, b_cache = cache
    # backprop out = a * b
    da = b * dout
    db = a * dout
    # backprop b = p_run(p, n=3, x=x)
    dp_p_run, dx = p_run_backward(db, b_cache)
    dw = dp_p_run.w
    # backprop a = p_run(p, x)
    dp_p_run1, dx_p_run = p_run_backward(da, p_run_cache)
    dw += dp_p_run1.w
    dx += dx_p_run
    dp = P(w=dw)
    return dp, dx
