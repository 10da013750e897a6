# arguments: x=1.2, n=3
# names matter: a position gives way to that of the source
def grown(x: float, n: int):
    terms = [x]
    s = 0.0
    for i in range(n):
        terms.append(terms[i] * 1.1)
        for v in terms:
            s = s * 0.5 + v
    return s


# output
"""Forward and backward passes of list_gone_through_while_it_grows.py: do not edit.

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


def grown_forward(x: float, n: int):
    """Forward pass of grown: s and the cache (references, not copies)."""
    terms = [x]
    s = 0.0
    steps = []
    for i in range(n):
        terms.append(terms[i] * 1.1)
        terms_before = copy_of(terms)
        for v in terms:
            s = s * 0.5 + v
        steps.append(terms_before)
    cache = (n, steps, terms)
    return s, cache


def grown_backward(ds, cache):
    """Backward pass of grown: dx, from ds."""
    n, steps, terms = cache
    dterms = [0.0] * len(terms)
    for i in reversed(range(n)):
        terms_before = steps[i]
        for i1 in reversed(range(len(terms_before))):
            # backprop s = s * 0.5 + v
            dv = ds
            ds = 0.5 * ds
            dterms[i1] += dv
        # backprop terms.append(terms[i] * 1.1)
        dterms_last = dterms.pop()
        dterms[i] += 1.1 * dterms_last
    # backprop terms = [x]
    dx = dterms[0]
    return dx
