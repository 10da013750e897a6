# arguments: x=(4,), a=(4,), w=(4,)
import numpy as np
from scipy import special


def f(x: "N", a: "N", w: "N"):
    ratio = special.beta(a, x)
    share = special.gammainc(2.0, x)
    total = special.logsumexp(x, b=w)
    ai, aip, bi, bip = special.airy(x)
    return ratio * share * total, special.polygamma(1, a) + ai * bip


# output
"""Forward and backward passes of special_functions.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np
from scipy import special


def f_forward(x: "N", a: "N", w: "N"):
    """Forward pass of f: out (N,), out1 (N,) and the cache (references, not copies)."""
    ratio = special.beta(a, x)
    share = special.gammainc(2.0, x)
    total = special.logsumexp(x, b=w)
    ai, aip, bi, bip = special.airy(x)
    ratio_times_share = ratio * share
    out = ratio_times_share * total
    out1 = special.polygamma(1, a) + ai * bip
    cache = (x, a, w, ratio, share, total, ai, aip, bi, bip, ratio_times_share)
    return out, out1, cache


def f_backward(dout, dout1, cache):
    """Backward pass of f.

    Gives dx (N,), da (N,) and dw (N,), from dout (N,) and dout1 (N,).
    """
    x, a, w, ratio, share, total, ai, aip, bi, bip, ratio_times_share = cache
    # backprop out1 = special.polygamma(1, a) + ai * bip
    da = special.polygamma(1 + 1, a) * dout1
    dai = bip * dout1
    dbip = ai * dout1
    # backprop out = ratio_times_share * total
    dratio_times_share = total * dout
    dtotal = ratio_times_share @ dout
    # backprop ratio_times_share = ratio * share
    dratio = share * dratio_times_share
    dshare = ratio * dratio_times_share
    # backprop ai, aip, bi, bip = special.airy(x)
    dx = aip * dai
    dx += (x * bi) * dbip
    # backprop total = special.logsumexp(x, b=w)
    dx += w * np.exp(x - total) * dtotal
    dw = np.exp(x - total) * dtotal
    # backprop share = special.gammainc(2.0, x)
    dx += np.exp(special.xlogy(2.0 - 1, x) - x - special.gammaln(2.0)) * dshare
    # backprop ratio = special.beta(a, x)
    da += (ratio * (special.digamma(a) - special.digamma(a + x))) * dratio
    dx += (ratio * (special.digamma(x) - special.digamma(a + x))) * dratio
    return dx, da, dw
