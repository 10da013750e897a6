# arguments: x=1.2
import math


def total(x: float):
    terms = [x, math.sin(x), 0.5]
    first = terms[0]
    some = sum(terms)
    terms.append(some)
    return first * some


# output
"""Forward and backward passes of list_read_before_it_grows.py: do not edit.

Made by `backprop generate`.
"""

import math


def total_forward(x: float):
    """Forward pass of total: out and the cache (references, not copies)."""
    terms = [x, math.sin(x), 0.5]
    first = terms[0]
    some = sum(terms)
    terms.append(some)
    out = first * some
    cache = (x, first, some)
    return out, cache


def total_backward(dout, cache):
    """Backward pass of total: dx, from dout."""
    x, first, some = cache
    # backprop out = first * some
    dfirst = some * dout
    dsome = first * dout
    # backprop some = sum(terms)
    dterms = [dsome] * 3
    # backprop first = terms[0]
    dterms[0] += dfirst
    # backprop terms = [x, math.sin(x), 0.5]
    dx = dterms[0]
    dx += math.cos(x) * dterms[1]
    return dx
