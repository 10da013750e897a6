# arguments scaled: x=0.7, n=3
# arguments until: x=0.7
# arguments as_parameter: _=0.7, n=3
# arguments counted: xs=[0.3, 0.5], x=0.7
# arguments in_a_lambda: x=0.7, value=1.2
# arguments not_read: xs=[0.3, 0.5], x=0.7
# names matter: counters and values of ours take the names that are free
def scaled(x: float, n: int):
    _ = 3.0
    for k in range(n):
        x = x * _
    return x * _


def until(x: float):
    _ = 3.0
    while x < 50.0:
        x = x * _
    return x * _


def as_parameter(_: float, n: int):
    s = 1.0
    for k in range(n):
        s = s * _
    return s


def counted(xs: list[float], x: float):
    s = 0.0
    for _ in range(3):
        s = s * x + sum(_ * v for v in xs)
    return s


def in_a_lambda(x: float, value: float):
    _ = x * value
    f = lambda value: value * _
    s = 1.0
    for k in range(3):
        s = s * f(x)
    return s


def not_read(xs: list[float], x: float):
    s = 0.0
    for i, _ in enumerate(xs):
        s += i * x
    return s


# output
"""Forward and backward passes of name_that_the_mirror_ignores.py: do not edit.

Made by `backprop generate`.
"""


def scaled_forward(x: float, n: int):
    """Forward pass of scaled: out and the cache (references, not copies)."""
    value = 3.0
    for k in range(n):
        x = x * value
    out = x * value
    cache = (n, value)
    return out, cache


def scaled_backward(dout, cache):
    """Backward pass of scaled: dx, from dout."""
    n, value = cache
    # backprop out = x * value
    dx = value * dout
    for _ in range(n):
        # backprop x = x * value
        dx = value * dx
    return dx


def until_forward(x: float):
    """Forward pass of until: out and the cache (references, not copies)."""
    value = 3.0
    steps = 0
    while x < 50.0:
        x = x * value
        steps += 1
    out = x * value
    cache = (value, steps)
    return out, cache


def until_backward(dout, cache):
    """Backward pass of until: dx, from dout."""
    value, steps = cache
    # backprop out = x * value
    dx = value * dout
    for _ in range(steps):
        # backprop x = x * value
        dx = value * dx
    return dx


def as_parameter_forward(_: float, n: int):
    """Forward pass of as_parameter: s and the cache (references, not copies)."""
    value = _
    s = 1.0
    s_before = []
    for k in range(n):
        s_before.append(s)
        s = s * value
    cache = (value, s_before)
    return s, cache


def as_parameter_backward(ds, cache):
    """Backward pass of as_parameter: d_, from ds."""
    value, s_before = cache
    dvalue = 0.0
    for s in reversed(s_before):
        # backprop s = s * value
        dvalue += s * ds
        ds = value * ds
    # backprop value = _
    d_ = dvalue
    return d_


def counted_forward(xs: list[float], x: float):
    """Forward pass of counted: s and the cache (references, not copies)."""
    s = 0.0
    s_before = []
    for value in range(3):
        s_before.append(s)
        total = 0
        for v in xs:
            total += value * v
        s = s * x + total
    cache = (xs, x, s_before)
    return s, cache


def counted_backward(ds, cache):
    """Backward pass of counted: dxs and dx, from ds."""
    xs, x, s_before = cache
    dx = 0.0
    dxs = [0.0] * len(xs)
    for value in reversed(range(3)):
        s = s_before[value]
        # backprop s = s * x + total
        dx += s * ds
        dtotal = ds
        ds = x * ds
        for i in reversed(range(len(xs))):
            # backprop total += value * v
            dv = value * dtotal
            dxs[i] += dv
    return dxs, dx


def in_a_lambda_forward(x: float, value: float):
    """Forward pass of in_a_lambda: s and the cache (references, not copies)."""
    value1 = x * value
    s = 1.0
    steps = []
    for k in range(3):
        s_before = s
        x_times_value1 = x * value1
        s = s * x_times_value1
        steps.append((s_before, x_times_value1))
    cache = (x, value, value1, steps)
    return s, cache


def in_a_lambda_backward(ds, cache):
    """Backward pass of in_a_lambda: dx and dvalue, from ds."""
    x, value, value1, steps = cache
    dx = 0.0
    dvalue1 = 0.0
    for s_before, x_times_value1 in reversed(steps):
        # backprop s = s * x_times_value1
        dx_times_value1 = s_before * ds
        ds = x_times_value1 * ds
        # backprop x_times_value1 = x * value1
        dx += value1 * dx_times_value1
        dvalue1 += x * dx_times_value1
    # backprop value1 = x * value
    dx += value * dvalue1
    dvalue = x * dvalue1
    return dx, dvalue


def not_read_forward(xs: list[float], x: float):
    """Forward pass of not_read: s and the cache (references, not copies)."""
    s = 0.0
    for i, _ in enumerate(xs):
        s += i * x
    cache = (xs,)
    return s, cache


def not_read_backward(ds, cache):
    """Backward pass of not_read: dxs and dx, from ds."""
    (xs,) = cache
    dx = 0.0
    for i in reversed(range(len(xs))):
        # backprop s += i * x
        dx += i * ds
    dxs = [0.0] * len(xs)
    return dxs, dx
