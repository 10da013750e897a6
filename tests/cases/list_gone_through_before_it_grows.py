# arguments: t=1.2
def grown(t: float):
    terms = [t, t * 2]
    s = 0.1
    for v in terms:
        s = s * v + v
    terms.append(s)
    for v in terms:
        s = s * v
    return s


# output
"""Forward and backward passes of list_gone_through_before_it_grows.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def copy_of(x):
    """A copy of a number, an array, or a nest of them."""
    if isinstance(x, dict):
        return {key: copy_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        items = [copy_of(item) for item in x]
        return items if isinstance(x, list) else tuple(items)
    return x.copy() if isinstance(x, np.ndarray) else x


def grown_forward(t: float):
    """Forward pass of grown: s and the cache (references, not copies)."""
    terms = [t, t * 2]
    terms_before = copy_of(terms)
    s = 0.1
    s_before = []
    for v in terms:
        s_before.append(s)
        s = s * v + v
    terms.append(s)
    s_before1 = []
    for v in terms:
        s_before1.append(s)
        s = s * v
    cache = (terms_before, s_before, terms, s_before1)
    return s, cache


def grown_backward(ds, cache):
    """Backward pass of grown: dt, from ds."""
    terms_before, s_before, terms, s_before1 = cache
    dterms = [0.0] * len(terms)
    for i1 in reversed(range(len(terms))):
        s = s_before1[i1]
        v = terms[i1]
        # backprop s = s * v
        dv = s * ds
        ds = v * ds
        dterms[i1] = dv
    # backprop terms.append(s)
    ds = ds + dterms.pop()
    for i in reversed(range(len(terms_before))):
        s = s_before[i]
        v = terms_before[i]
        # backprop s = s * v + v
        dv = s * ds
        dv += ds
        ds = v * ds
        dterms[i] += dv
    # backprop terms = [t, t * 2]
    dt = dterms[0]
    dt += 2 * dterms[1]
    return dt
