# arguments: x=(3,)
import numpy


def f(x: "N"):
    return numpy.exp(x) * numpy.sum(x)


# output
"""Forward and backward passes of numpy_without_alias.py: do not edit.

Made by `backprop generate`.
"""

import numpy


def f_forward(x: "N"):
    """Forward pass of f: out (N,) and the cache (references, not copies)."""
    exp_x = numpy.exp(x)
    sum_x = numpy.sum(x)
    out = exp_x * sum_x
    cache = (x, exp_x, sum_x)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,), from dout (N,)."""
    x, exp_x, sum_x = cache
    # backprop out = exp_x * sum_x
    dexp_x = sum_x * dout
    dsum_x = exp_x @ dout
    # backprop sum_x = numpy.sum(x)
    dx = numpy.ones_like(x) * dsum_x
    # backprop exp_x = numpy.exp(x)
    dx += exp_x * dexp_x
    return dx
