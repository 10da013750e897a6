# arguments: x=(3,), c=1.2, kind="own"
import numpy as np


def square(x):
    y = np.sin(x)
    return y * y + x


def f(x: "N", c: float, kind: str):
    def own(z):
        y = z * c
        return y * y

    known = {"own": own, "square": square, "scaled": lambda z: z * c}
    act = known[kind]
    y = known["scaled"](x) + known["own"](x)
    for k in range(2):
        y = act(y) * x
    return y


# output
"""Forward and backward passes of functions_in_a_dict_of_the_function.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def square_forward(x):
    """Forward pass of square: out and the cache (references, not copies)."""
    y = np.sin(x)
    out = y * y + x
    cache = (x, y)
    return out, cache


def square_backward(dout, cache):
    """Backward pass of square: dx, from dout."""
    x, y = cache
    # backprop out = y * y + x
    dy = (2 * y) * dout
    dx = 1.0 * dout
    # backprop y = np.sin(x)
    dx += np.cos(x) * dy
    return dx


def own_forward(z, c: float):
    """Forward pass of own: out and the cache (references, not copies)."""
    y = z * c
    out = y * y
    cache = (z, c, y)
    return out, cache


def own_backward(dout, cache):
    """Backward pass of own: dz and dc, from dout."""
    z, c, y = cache
    # backprop out = y * y
    dy = (2 * y) * dout
    # backprop y = z * c
    dz = c * dy
    dc = np.sum(z * dy)
    return dz, dc


def f_forward(x: "N", c: float, kind: str):
    """Forward pass of f: y (N,) and the cache (references, not copies)."""
    own_x, own_cache = own_forward(x, c)
    y = x * c + own_x
    steps = []
    for k in range(2):
        chosen_cache = None
        chosen_test1 = None
        square_cache = None
        chosen_test = kind == "own"
        if chosen_test:
            chosen, chosen_cache = own_forward(y, c)
        else:
            chosen_test1 = kind == "square"
            if chosen_test1:
                chosen, square_cache = square_forward(y)
            else:
                if kind != "scaled":
                    raise KeyError(kind)
                chosen = y * c
        steps.append((y, chosen_test, chosen_cache, chosen_test1, square_cache, chosen))
        y = chosen * x
    cache = (x, c, own_cache, steps)
    return y, cache


def f_backward(dy, cache):
    """Backward pass of f: dx (N,) and dc, from dy (N,)."""
    x, c, own_cache, steps = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dc = 0.0
    for y, chosen_test, chosen_cache, chosen_test1, square_cache, chosen in reversed(
        steps
    ):
        # backprop y = chosen * x
        dchosen = x * dy
        dx += chosen * dy
        if chosen_test:
            # backprop chosen = own(y, c)
            dy, dc_own = own_backward(dchosen, chosen_cache)
            dc += dc_own
        elif chosen_test1:
            # backprop chosen = square(y)
            dy = square_backward(dchosen, square_cache)
        else:
            # backprop chosen = y * c
            dy = c * dchosen
            dc += y @ dchosen
    # backprop y = x * c + own_x
    dx += c * dy
    dc += x @ dy
    # backprop own_x = own(x, c)
    dx_own, dc_own1 = own_backward(dy, own_cache)
    dx += dx_own
    dc += dc_own1
    return dx, dc
