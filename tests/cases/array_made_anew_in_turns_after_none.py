# arguments: x=(3,)
# first order only: the method pop has no gate
import numpy as np


def f(x: "3"):
    a = None
    kept = []
    for k in range(3):
        if k > 0:
            kept.append(a)
        a = np.ones(3)
        a[k] = x[k]
    return kept[0] * kept[1] + a


# output
"""Forward and backward passes of array_made_anew_in_turns_after_none.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def f_forward(x: "3"):
    """Forward pass of f: out (3,) and the cache (references, not copies)."""
    a = None
    kept = []
    a_before = []
    for k in range(3):
        a_before.append(a)
        if k > 0:
            kept.append(a)
        a = np.ones(3)
        a[k] = x[k]
    out = kept[0] * kept[1] + a
    cache = (x, a_before, kept)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (3,), from dout (3,)."""
    x, a_before, kept = cache
    # backprop out = kept[0] * kept[1] + a
    dkept = zeros_of(kept)
    dkept[0] += kept[1] * dout
    dkept[1] += kept[0] * dout
    da = dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for k in reversed(range(3)):
        a = a_before[k]
        # backprop a[k] = x[k]
        dx[k] = da[k]
        da = np.zeros_like(a, dtype=np.result_type(a, 1.0))
        if k > 0:
            # backprop kept.append(a)
            da = dkept.pop()
    return dx
