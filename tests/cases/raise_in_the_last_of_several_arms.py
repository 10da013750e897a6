# arguments: x=1.4, kind="square"
def f(x: float, kind: str):
    if kind == "square":
        y = x * x
    elif kind == "cube":
        y = x * x * x
    else:
        message = f"no {kind}"
        print(message)
        raise ValueError(message)
    while y < 100:
        y = y * x
        if y > 50:
            return y + x
    print("not found")
    raise RuntimeError("not found")


# output
"""Forward and backward passes of raise_in_the_last_of_several_arms.py: do not edit.

Made by `backprop generate`.
"""


def f_forward(x: float, kind: str):
    """Forward pass of f: out and the cache (references, not copies)."""
    y_test1 = None
    y_test = kind == "square"
    if y_test:
        y = x * x
    else:
        y_test1 = kind == "cube"
        if y_test1:
            y = x * x * x
        else:
            message = f"no {kind}"
            print(message)
            raise ValueError(message)
    stopped = False
    steps = []
    while y < 100:
        y_before = y
        stopped = False
        y = y * x
        if y > 50:
            found = y + x
            stopped = True
        steps.append((y_before, y))
        if stopped:
            break
    if stopped:
        out = found
    else:
        print("not found")
        raise RuntimeError("not found")
    cache = (x, y_test, y_test1, steps, stopped)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx, from dout."""
    x, y_test, y_test1, steps, stopped = cache
    dfound = 0.0
    if stopped:
        # backprop out = found
        dfound = dout
    dy = 0.0
    dx = 0.0
    for y_before, y in reversed(steps):
        if y > 50:
            # backprop found = y + x
            dy += dfound
            dx += dfound
            dfound = 0.0
        # backprop y = y * x
        dx += y_before * dy
        dy = x * dy
    if y_test:
        # backprop y = x * x
        dx += (2 * x) * dy
    elif y_test1:
        # backprop y = x * x * x
        dx += (2 * x) * (x * dy)
        dx += x * x * dy
    return dx
