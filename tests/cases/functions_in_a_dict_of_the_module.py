# arguments: x=(3,), kind="square"
import numpy as np


def relu(x):
    return np.maximum(x, 0)


def square(x):
    y = np.sin(x)
    return y * y + x


ACTIVATIONS = {"relu": relu, "square": square, "tanh": np.tanh, "twice": lambda z: 2 * z}
STEPS = (relu, square)


def f(x: "N", kind: str):
    if kind not in ACTIVATIONS:
        raise ValueError(f"no {kind}")
    y = ACTIVATIONS[kind](x)  # as it is asked for
    for step in STEPS:
        y = step(y) + x
    act = ACTIVATIONS["tanh"]
    return act(y) * ACTIVATIONS["twice"](x) + ACTIVATIONS[kind](y * x)


# output
"""Forward and backward passes of functions_in_a_dict_of_the_module.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def relu_forward(x):
    """Forward pass of relu: out and the cache (references, not copies)."""
    out = np.maximum(x, 0)
    cache = (out,)
    return out, cache


def relu_backward(dout, cache):
    """Backward pass of relu: dx, from dout."""
    (out,) = cache
    # backprop out = np.maximum(x, 0)
    dx = (out > 0) * dout
    return dx


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


def f_forward(x: "N", kind: str):
    """Forward pass of f: out (N,) and the cache (references, not copies)."""
    if kind not in ("relu", "square", "tanh", "twice"):
        raise ValueError(f"no {kind}")
    relu_cache = None
    y_test1 = None
    square_cache = None
    y_test2 = None
    y_before = None
    y_test = kind == "relu"
    if y_test:  # as it is asked for
        y, relu_cache = relu_forward(x)
    else:
        y_test1 = kind == "square"
        if y_test1:
            y, square_cache = square_forward(x)
        else:
            y_test2 = kind == "tanh"
            if y_test2:
                y = np.tanh(x)
                y_before = y
            else:
                if kind != "twice":
                    raise KeyError(kind)
                y = 2 * x
    relu_y, relu_y_cache = relu_forward(y)
    y = relu_y + x
    square_y, square_y_cache = square_forward(y)
    y = square_y + x
    chosen1_cache = None
    chosen1_test1 = None
    chosen1_cache1 = None
    chosen1_test2 = None
    chosen1_test = kind == "relu"
    if chosen1_test:
        y_times_x = y * x
        chosen1, chosen1_cache = relu_forward(y_times_x)
    else:
        chosen1_test1 = kind == "square"
        if chosen1_test1:
            chosen1_y_times_x = y * x
            chosen1, chosen1_cache1 = square_forward(chosen1_y_times_x)
        else:
            chosen1_test2 = kind == "tanh"
            if chosen1_test2:
                tanh_in = y * x
                chosen1 = np.tanh(tanh_in)
            else:
                if kind != "twice":
                    raise KeyError(kind)
                chosen1_y_times_x1 = y * x
                chosen1 = 2 * chosen1_y_times_x1
    tanh_y = np.tanh(y)
    out_product = 2 * x
    out = tanh_y * out_product + chosen1
    cache = (
        x,
        y_test,
        relu_cache,
        y_test1,
        square_cache,
        y_test2,
        y_before,
        relu_y_cache,
        square_y_cache,
        y,
        chosen1_test,
        chosen1_cache,
        chosen1_test1,
        chosen1_cache1,
        chosen1_test2,
        chosen1,
        tanh_y,
        out_product,
    )
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,), from dout (N,)."""
    (
        x,
        y_test,
        relu_cache,
        y_test1,
        square_cache,
        y_test2,
        y_before,
        relu_y_cache,
        square_y_cache,
        y,
        chosen1_test,
        chosen1_cache,
        chosen1_test1,
        chosen1_cache1,
        chosen1_test2,
        chosen1,
        tanh_y,
        out_product,
    ) = cache
    # backprop out = tanh_y * out_product + chosen1
    dtanh_y = out_product * dout
    dout_product = tanh_y * dout
    dchosen1 = dout
    # backprop out_product = 2 * x
    dx = 2 * dout_product
    # backprop tanh_y = np.tanh(y)
    dy = (1 - tanh_y**2) * dtanh_y
    if chosen1_test:
        # backprop chosen1 = relu(y_times_x)
        dy_times_x = relu_backward(dchosen1, chosen1_cache)
        # backprop y_times_x = y * x
        dy += x * dy_times_x
        dx += y * dy_times_x
    elif chosen1_test1:
        # backprop chosen1 = square(chosen1_y_times_x)
        dchosen1_y_times_x = square_backward(dchosen1, chosen1_cache1)
        # backprop chosen1_y_times_x = y * x
        dy += x * dchosen1_y_times_x
        dx += y * dchosen1_y_times_x
    elif chosen1_test2:
        # backprop chosen1 = np.tanh(tanh_in)
        dtanh_in = (1 - chosen1**2) * dchosen1
        # backprop tanh_in = y * x
        dy += x * dtanh_in
        dx += y * dtanh_in
    else:
        # backprop chosen1 = 2 * chosen1_y_times_x1
        dchosen1_y_times_x1 = 2 * dchosen1
        # backprop chosen1_y_times_x1 = y * x
        dy += x * dchosen1_y_times_x1
        dx += y * dchosen1_y_times_x1
    # backprop y = square_y + x
    dx += dy
    # backprop square_y = square(y)
    dy = square_backward(dy, square_y_cache)
    # backprop y = relu_y + x
    dx += dy
    # backprop relu_y = relu(y)
    dy = relu_backward(dy, relu_y_cache)
    if y_test:
        # backprop y = relu(x)
        dx_relu = relu_backward(dy, relu_cache)
        dx += dx_relu
    elif y_test1:
        # backprop y = square(x)
        dx_square = square_backward(dy, square_cache)
        dx += dx_square
    elif y_test2:
        # backprop y = np.tanh(x)
        dx += (1 - y_before**2) * dy
    else:
        # backprop y = 2 * x
        dx += 2 * dy
    return dx
