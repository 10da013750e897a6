# arguments recurrent: x=(3,), w=(2,), state=None
# arguments recurrent: x=(3,), w=(2,), state=((2,), (2,))
# arguments weighted: x=(3,), weights=None
# arguments averaged: x=(3,), weights=[0.3, 0.7, 0.4]
# arguments optioned: x=(3,), options=None
# arguments optioned: x=(3,), options={"scale": 0.3, "shift": 0.7}
# arguments unpacked: x=(3,), state=None
# arguments unpacked: x=(3,), state=(0.3, 0.7)
# arguments or_else: x=(3,), state=None
# arguments or_else: x=(3,), state=(0.3, 0.7)
# arguments if_empty: x=(3,), state=None
# arguments annotated: x=(2,), state=None
# arguments annotated: x=(2,), state=((2,), (2,))
# first order only recurrent: what may be a list or an array
# first order only averaged: what may be a list or an array
# first order only optioned: what may be a dict or None
# first order only annotated: a tuple in the place of None
# first order only if_empty: a tuple in the place of None
import numpy as np


def recurrent(x, w, state=None):
    if state is None:
        state = (np.zeros(2), np.zeros(2))  # at rest
    h, c = state
    for t in range(len(x)):
        h = np.tanh(x[t] * w + h)
        c = c + h
    return h + c


def weighted(x, weights=None):
    if weights is None:
        weights = [1.0] * len(x)
    return sum(w * v for w, v in zip(weights, x))


def averaged(x, weights=None):
    if weights is None:
        weights = [0.5] * len(x)
    total = 0.0
    for i in range(len(x)):
        total += weights[i] * x[i] ** 2
    return total


def optioned(x, options=None):
    if options is None:
        options = {"scale": 1.0, "shift": 2.0}
    return options["scale"] * x + options["shift"]


def unpacked(x, state=None):
    h, c = state if state is not None else (0.0, 0.0)
    return np.tanh(x + h) * c


def or_else(x, state=None):
    h, c = state or (0.5, 2.0)
    return np.tanh(x + h) * c


def if_empty(x, state=None):
    if not state:
        state = (0.5, 2.0)
    h, c = state
    return np.tanh(x + h) * c


def annotated(x: np.ndarray, state: tuple[np.ndarray, np.ndarray] | None = None):
    if state is None:
        state = (np.zeros(2), np.ones(2))
    h, c = state
    return np.tanh(x + h) * c


# output
"""Forward and backward passes of container_in_the_place_of_none.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def added(g, more):
    """The sum of two gradients; of nests that of what they hold."""
    if isinstance(g, dict):
        both = {key: added(g[key], more[key]) for key in g if key in more}
        return {**g, **more, **both}
    if isinstance(g, (list, tuple)):
        return [added(item, other) for item, other in zip(g, more, strict=True)]
    return g + more


def unbroadcast(g, x):
    """Gives g the shape of x: summed where x was broadcast, spread if g is smaller.

    Returns g itself if it has that shape already, else a value with memory of its own.
    """
    shape = np.shape(x)
    if np.shape(g) == shape:
        return g
    extra = np.ndim(g) - len(shape)
    if extra > 0:
        g = np.sum(g, axis=tuple(range(extra)))
    ones = tuple(i for i in range(-np.ndim(g), 0) if shape[i] == 1)
    if ones:
        g = np.sum(g, axis=ones, keepdims=True)
    return g if np.shape(g) == shape else np.array(np.broadcast_to(g, shape))


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def recurrent_forward(x, w, state=None):
    """Forward pass of recurrent: out and the cache (references, not copies)."""
    state_test = state is None
    state1 = (np.zeros(2), np.zeros(2)) if state_test else state  # at rest
    h, c = state1
    steps = []
    for t in range(len(x)):
        h_before = h
        c_before = c
        tanh_in = x[t] * w + h
        h = np.tanh(tanh_in)
        c = c + h
        steps.append((h_before, c_before, h))
    out = h + c
    cache = (x, w, state, state_test, state1, steps, h, c)
    return out, cache


def recurrent_backward(dout, cache):
    """Backward pass of recurrent: dx, dw and dstate, from dout."""
    x, w, state, state_test, state1, steps, h, c = cache
    # backprop out = h + c
    dh = 1.0 * unbroadcast(dout, h)
    dc = unbroadcast(dout, c)
    dx = zeros_of(x)
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    for t in reversed(range(len(x))):
        h_before, c_before, h = steps[t]
        # backprop c = c + h
        dh += unbroadcast(dc, h)
        dc = unbroadcast(dc, c_before)
        # backprop h = np.tanh(tanh_in)
        dtanh_in = (1 - h**2) * dh
        # backprop tanh_in = x[t] * w + h
        dx[t] += unbroadcast(w * dtanh_in, x[t])
        dw += unbroadcast(x[t] * dtanh_in, w)
        dh = unbroadcast(dtanh_in, h_before)
    # backprop h, c = state1
    dstate1 = zeros_of(state1)
    dstate1[1] = added(dstate1[1], dc)
    dstate1[0] = added(dstate1[0], dh)
    # backprop state1 = (np.zeros(2), np.zeros(2)) if state_test else state
    dstate = zeros_of(state) if state_test else dstate1
    return dx, dw, dstate


def weighted_forward(x, weights=None):
    """Forward pass of weighted: total and the cache (references, not copies)."""
    weights_test = weights is None
    weights1 = [1.0] * len(x) if weights_test else weights
    total = 0
    total_before = []
    for w, v in zip(weights1, x):
        total_before.append(total)
        total = total + w * v
    cache = (x, weights, weights_test, weights1, total_before)
    return total, cache


def weighted_backward(dtotal, cache):
    """Backward pass of weighted: dx and dweights, from dtotal."""
    x, weights, weights_test, weights1, total_before = cache
    dx = zeros_of(x)
    dweights1 = zeros_of(weights1)
    for i in reversed(range(min(len(weights1), len(x)))):
        total = total_before[i]
        w = weights1[i]
        v = x[i]
        # backprop total = total + w * v
        dw = unbroadcast(v * dtotal, w)
        dv = unbroadcast(w * dtotal, v)
        dtotal = unbroadcast(dtotal, total)
        dx[i] += dv
        dweights1[i] += dw
    # backprop weights1 = [1.0] * len(x) if weights_test else weights
    dweights = zeros_of(weights) if weights_test else dweights1
    return dx, dweights


def averaged_forward(x, weights=None):
    """Forward pass of averaged: total and the cache (references, not copies)."""
    weights_test = weights is None
    weights1 = [0.5] * len(x) if weights_test else weights
    total = 0.0
    steps = []
    for i in range(len(x)):
        total_before = total
        x_i_sqr = x[i] ** 2
        total = total + weights1[i] * x_i_sqr
        steps.append((total_before, x_i_sqr))
    cache = (x, weights, weights_test, weights1, steps)
    return total, cache


def averaged_backward(dtotal, cache):
    """Backward pass of averaged: dx and dweights, from dtotal."""
    x, weights, weights_test, weights1, steps = cache
    dweights1 = zeros_of(weights1)
    dx = zeros_of(x)
    for i in reversed(range(len(x))):
        total_before, x_i_sqr = steps[i]
        # backprop total = total + weights1[i] * x_i_sqr
        dweights1[i] += unbroadcast(x_i_sqr * dtotal, weights1[i])
        dx_i_sqr = unbroadcast(weights1[i] * dtotal, x_i_sqr)
        dtotal = unbroadcast(dtotal, total_before)
        # backprop x_i_sqr = x[i] ** 2
        dx[i] += (2 * x[i]) * dx_i_sqr
    # backprop weights1 = [0.5] * len(x) if weights_test else weights
    dweights = zeros_of(weights) if weights_test else dweights1
    return dx, dweights


def optioned_forward(x, options=None):
    """Forward pass of optioned: out and the cache (references, not copies)."""
    options_test = options is None
    options1 = {"scale": 1.0, "shift": 2.0} if options_test else options
    out = options1["scale"] * x + options1["shift"]
    cache = (x, options, options_test, options1)
    return out, cache


def optioned_backward(dout, cache):
    """Backward pass of optioned: dx and doptions, from dout."""
    x, options, options_test, options1 = cache
    # backprop out = options1["scale"] * x + options1["shift"]
    doptions1 = zeros_of(options1)
    doptions1["scale"] = unbroadcast(x * dout, options1["scale"])
    dx = unbroadcast(options1["scale"] * dout, x)
    doptions1["shift"] = added(doptions1["shift"], unbroadcast(dout, options1["shift"]))
    # backprop options1 = {"scale": 1.0, "shift": 2.0} if options_test else options
    doptions = zeros_of(options) if options_test else doptions1
    return dx, doptions


def unpacked_forward(x, state=None):
    """Forward pass of unpacked: out and the cache (references, not copies)."""
    h_test = state is not None
    if h_test:
        h, c = state
    else:
        h, c = 0.0, 0.0
    tanh_in = x + h
    tanh_x_plus_h = np.tanh(tanh_in)
    out = tanh_x_plus_h * c
    cache = (x, state, h_test, h, c, tanh_x_plus_h)
    return out, cache


def unpacked_backward(dout, cache):
    """Backward pass of unpacked: dx and dstate, from dout."""
    x, state, h_test, h, c, tanh_x_plus_h = cache
    # backprop out = tanh_x_plus_h * c
    dtanh_x_plus_h = unbroadcast(c * dout, tanh_x_plus_h)
    dc = unbroadcast(tanh_x_plus_h * dout, c)
    # backprop tanh_x_plus_h = np.tanh(tanh_in)
    dtanh_in = (1 - tanh_x_plus_h**2) * dtanh_x_plus_h
    # backprop tanh_in = x + h
    dx = unbroadcast(dtanh_in, x)
    dh = unbroadcast(dtanh_in, h)
    dstate = zeros_of(state)
    if h_test:
        # backprop h, c = state
        dstate[1] += dc
        dstate[0] += dh
    return dx, dstate


def or_else_forward(x, state=None):
    """Forward pass of or_else: out and the cache (references, not copies)."""
    if state:
        h, c = state
    else:
        h, c = 0.5, 2.0
    tanh_in = x + h
    tanh_x_plus_h = np.tanh(tanh_in)
    out = tanh_x_plus_h * c
    cache = (x, state, h, c, tanh_x_plus_h)
    return out, cache


def or_else_backward(dout, cache):
    """Backward pass of or_else: dx and dstate, from dout."""
    x, state, h, c, tanh_x_plus_h = cache
    # backprop out = tanh_x_plus_h * c
    dtanh_x_plus_h = unbroadcast(c * dout, tanh_x_plus_h)
    dc = unbroadcast(tanh_x_plus_h * dout, c)
    # backprop tanh_x_plus_h = np.tanh(tanh_in)
    dtanh_in = (1 - tanh_x_plus_h**2) * dtanh_x_plus_h
    # backprop tanh_in = x + h
    dx = unbroadcast(dtanh_in, x)
    dh = unbroadcast(dtanh_in, h)
    dstate = zeros_of(state)
    if state:
        # backprop h, c = state
        dstate[1] += dc
        dstate[0] += dh
    return dx, dstate


def if_empty_forward(x, state=None):
    """Forward pass of if_empty: out and the cache (references, not copies)."""
    state1 = (0.5, 2.0) if not state else state
    h, c = state1
    tanh_in = x + h
    tanh_x_plus_h = np.tanh(tanh_in)
    out = tanh_x_plus_h * c
    cache = (x, state, state1, h, c, tanh_x_plus_h)
    return out, cache


def if_empty_backward(dout, cache):
    """Backward pass of if_empty: dx and dstate, from dout."""
    x, state, state1, h, c, tanh_x_plus_h = cache
    # backprop out = tanh_x_plus_h * c
    dtanh_x_plus_h = unbroadcast(c * dout, tanh_x_plus_h)
    dc = unbroadcast(tanh_x_plus_h * dout, c)
    # backprop tanh_x_plus_h = np.tanh(tanh_in)
    dtanh_in = (1 - tanh_x_plus_h**2) * dtanh_x_plus_h
    # backprop tanh_in = x + h
    dx = unbroadcast(dtanh_in, x)
    dh = unbroadcast(dtanh_in, h)
    # backprop h, c = state1
    dstate1 = zeros_of(state1)
    dstate1[1] += dc
    dstate1[0] += dh
    # backprop state1 = (0.5, 2.0) if not state else state
    dstate = zeros_of(state) if not state else dstate1
    return dx, dstate


def annotated_forward(
    x: np.ndarray, state: tuple[np.ndarray, np.ndarray] | None = None
):
    """Forward pass of annotated: out and the cache (references, not copies)."""
    state_test = state is None
    state1 = (np.zeros(2), np.ones(2)) if state_test else state
    h, c = state1
    tanh_in = x + h
    tanh_x_plus_h = np.tanh(tanh_in)
    out = tanh_x_plus_h * c
    cache = (x, state, state_test, state1, h, c, tanh_x_plus_h)
    return out, cache


def annotated_backward(dout, cache):
    """Backward pass of annotated: dx and dstate, from dout."""
    x, state, state_test, state1, h, c, tanh_x_plus_h = cache
    # backprop out = tanh_x_plus_h * c
    dtanh_x_plus_h = unbroadcast(c * dout, tanh_x_plus_h)
    dc = unbroadcast(tanh_x_plus_h * dout, c)
    # backprop tanh_x_plus_h = np.tanh(tanh_in)
    dtanh_in = (1 - tanh_x_plus_h**2) * dtanh_x_plus_h
    # backprop tanh_in = x + h
    dx = unbroadcast(dtanh_in, x)
    dh = unbroadcast(dtanh_in, h)
    # backprop h, c = state1
    dstate1 = zeros_of(state1)
    dstate1[1] += dc
    dstate1[0] += dh
    # backprop state1 = (np.zeros(2), np.ones(2)) if state_test else state
    dstate = zeros_of(state) if state_test else dstate1
    return dx, dstate
