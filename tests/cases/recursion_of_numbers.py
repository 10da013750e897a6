# arguments: a=0.7, n=5
# first order only: what the cache holds is another cache
def f(a: float, n: int):
    if n == 0:
        return 1.0
    if n % 2:
        return a * f(a, n - 1)
    h = f(a, n // 2)
    return h * h


# output
"""Forward and backward passes of recursion_of_numbers.py: do not edit.

Made by `backprop generate`.
"""


def f_forward(a: float, n: int):
    """Forward pass of f: out and the cache (references, not copies)."""
    f_a = None
    f_cache = None
    h = None
    h_cache = None
    if n == 0:
        out = 1.0
    elif n % 2:
        f_a, f_cache = f_forward(a, n - 1)
        out = a * f_a
    else:
        h, h_cache = f_forward(a, n // 2)
        out = h * h
    cache = (a, n, f_a, f_cache, h, h_cache)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: da, from dout."""
    a, n, f_a, f_cache, h, h_cache = cache
    da = 0.0
    if n != 0:
        if n % 2:
            # backprop out = a * f_a
            da = f_a * dout
            df_a = a * dout
            # backprop f_a = f(a, n - 1)
            da_f = f_backward(df_a, f_cache)
            da += da_f
        else:
            # backprop out = h * h
            dh = (2 * h) * dout
            # backprop h = f(a, n // 2)
            da = f_backward(dh, h_cache)
    return da
