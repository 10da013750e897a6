# arguments stepped: x=(3,), w=(3,)
# arguments stepped: x=(3,), w=(3,), state=[(3,), (3,)]
# arguments run: xs=(4, 3), w=(3,)
# arguments carried: xs=(4, 3), w=(3,)
# arguments: xs=(4, 3), w=(3,)
# first order only stepped: what the cache holds may be a list or None
# first order only run: what the cache holds may be a list or None
# first order only carried: what the cache holds may be a list or None
import numpy as np


def stepped(x, w, state=None):
    if state is None:
        state = [x, x]
    h, c = state
    return [h * w, c + h]


def run(xs, w):
    state = stepped(xs[0], w)
    for x in xs[1:]:
        state = stepped(x, w, state)
    h, c = state
    return h * c


def carried(xs, w):
    state = None
    for x in xs:
        state = stepped(x, w, state)
    h, c = state
    return h * c


def made_anew(state, x, w):
    state = (x * w, x)
    return state


def not_read(xs, w):
    state = None
    s = 0.0
    for x in xs:
        state = made_anew(state, x, w)
        s = s + state[0] * state[1]
    return s


# output
"""Forward and backward passes of list_argument_that_is_none_by_default.py: do not edit.

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


def in_form_of(x, items):
    """The items as what x is: an array, a list, a tuple, or None."""
    if isinstance(x, np.ndarray):
        return np.array(items)
    return items if x is None or isinstance(x, list) else tuple(items)


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


def stepped_forward(x, w, state=None):
    """Forward pass of stepped: out and the cache (references, not copies)."""
    state_before = state
    state_test = state is None
    if state_test:
        state = [x, x]
    h, c = state
    out = [h * w, c + h]
    cache = (x, w, state_before, state_test, state, h, c)
    return out, cache


def stepped_backward(dout, cache):
    """Backward pass of stepped: dx, dw and dstate, from dout."""
    x, w, state_before, state_test, state, h, c = cache
    # backprop out = [h * w, c + h]
    dh = unbroadcast(w * dout[0], h)
    dw = unbroadcast(h * dout[0], w)
    dc = unbroadcast(dout[1], c)
    dh += unbroadcast(dout[1], h)
    # backprop h, c = state
    dstate = zeros_of(state)
    dstate[1] = added(dstate[1], dc)
    dstate[0] += dh
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    if state_test:
        # backprop state = [x, x]
        dx = 1 * dstate[0]
        dx += dstate[1]
        dstate = zeros_of(state_before)
    dstate = in_form_of(state_before, dstate)
    return dx, dw, dstate


def run_forward(xs, w):
    """Forward pass of run: out and the cache (references, not copies)."""
    xs_0 = xs[0]
    state, stepped_cache = stepped_forward(xs_0, w)
    steps = []
    for x in xs[1:]:
        state, state_cache = stepped_forward(x, w, state)
        steps.append(state_cache)
    h, c = state
    out = h * c
    cache = (xs, w, stepped_cache, steps, h, c)
    return out, cache


def run_backward(dout, cache):
    """Backward pass of run: dxs and dw, from dout."""
    xs, w, stepped_cache, steps, h, c = cache
    # backprop out = h * c
    dh = unbroadcast(c * dout, h)
    dc = unbroadcast(h * dout, c)
    # backprop h, c = state
    dstate_1 = dc
    dstate_0 = dh
    dstate = [dstate_0, dstate_1]
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    dxs = zeros_of(xs)
    for i in reversed(range(len(xs[1:]))):
        state_cache = steps[i]
        # backprop state = stepped(x, w, state)
        dx, dw_stepped, dstate_stepped = stepped_backward(dstate, state_cache)
        dw += dw_stepped
        dstate_state_0 = dstate_stepped[0]
        dxs[i + 1] = added(dxs[i + 1], dx)
        dstate = [dstate_state_0, 1 * dstate_stepped[1]]
    # backprop state = stepped(xs_0, w)
    dxs_0, dw_stepped1, _ = stepped_backward(dstate, stepped_cache)
    dw += dw_stepped1
    # backprop xs_0 = xs[0]
    dxs[0] = added(dxs[0], dxs_0)
    return dxs, dw


def carried_forward(xs, w):
    """Forward pass of carried: out and the cache (references, not copies)."""
    state = None
    steps = []
    for x in xs:
        state, stepped_cache = stepped_forward(x, w, state)
        steps.append(stepped_cache)
    h, c = state
    out = h * c
    cache = (xs, w, steps, state, h, c)
    return out, cache


def carried_backward(dout, cache):
    """Backward pass of carried: dxs and dw, from dout."""
    xs, w, steps, state, h, c = cache
    # backprop out = h * c
    dh = unbroadcast(c * dout, h)
    dc = unbroadcast(h * dout, c)
    # backprop h, c = state
    dstate = zeros_of(state)
    dstate[1] += dc
    dstate[0] += dh
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    dxs = zeros_of(xs)
    for i in reversed(range(len(xs))):
        stepped_cache = steps[i]
        # backprop state = stepped(x, w, state)
        dx, dw_stepped, dstate_stepped = stepped_backward(dstate, stepped_cache)
        dw += dw_stepped
        dstate = dstate_stepped
        dxs[i] = added(dxs[i], dx)
    return dxs, dw


def made_anew_forward(state, x, w):
    """Forward pass of made_anew: state1 and the cache (references, not copies)."""
    state1 = x * w, x
    cache = (state, x, w)
    return state1, cache


def made_anew_backward(dstate1, cache):
    """Backward pass of made_anew: dstate, dx and dw, from dstate1."""
    state, x, w = cache
    # backprop state1 = x * w, x
    dx = unbroadcast(w * dstate1[0], x)
    dw = unbroadcast(x * dstate1[0], w)
    dx += dstate1[1]
    dstate = zeros_of(state)
    return dstate, dx, dw


def not_read_forward(xs, w):
    """Forward pass of not_read: s and the cache (references, not copies)."""
    state = None
    s = 0.0
    steps = []
    for x in xs:
        state_before = state
        s_before = s
        state, made_anew_cache = made_anew_forward(state, x, w)
        s = s + state[0] * state[1]
        steps.append((state_before, s_before, made_anew_cache, state))
    cache = (xs, w, steps, state)
    return s, cache


def not_read_backward(ds, cache):
    """Backward pass of not_read: dxs and dw, from ds."""
    xs, w, steps, state = cache
    dstate = zeros_of(state)
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    dxs = zeros_of(xs)
    for i in reversed(range(len(xs))):
        state_before, s_before, made_anew_cache, state = steps[i]
        # backprop s = s + state[0] * state[1]
        dstate_0 = unbroadcast(state[1] * ds, state[0])
        dstate_1 = unbroadcast(state[0] * ds, state[1])
        ds = unbroadcast(ds, s_before)
        # backprop state = made_anew(state, x, w)
        dstate_0 += dstate[0]
        dstate_1 += dstate[1]
        dstate = (dstate_0, dstate_1)
        dstate_made_anew, dx, dw_made_anew = made_anew_backward(dstate, made_anew_cache)
        dw += dw_made_anew
        dstate = added(zeros_of(state_before), dstate_made_anew)
        dxs[i] = added(dxs[i], dx)
    return dxs, dw
