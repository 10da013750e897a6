# arguments: cache=1.5, out=0.7
# names matter: the passes have names of their own
def f(cache, out):
    return cache * out


# output
"""Forward and backward passes of name_cache_as_an_argument.py: do not edit.

Made by `backprop generate`.
"""


def f_forward(cache, out):
    """Forward pass of f: out1 and the cache (references, not copies)."""
    out1 = cache * out
    cache1 = (cache, out)
    return out1, cache1


def f_backward(dout1, cache1):
    """Backward pass of f: dcache and dout, from dout1."""
    cache, out = cache1
    # backprop out1 = cache * out
    dcache = out * dout1
    dout = cache * dout1
    return dcache, dout
