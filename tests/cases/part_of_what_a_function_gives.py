# arguments entry: x=(3,)
# arguments returned_entry: x=(3,)
# arguments some: x=(3,)
# arguments masked: x=(3,)
# arguments with_an_axis: x=(3,)
# arguments item_of_a_list: x=0.7, y=0.4
# arguments from_the_end: x=0.7, y=0.4
# arguments item_of_a_dict: x=0.7, y=0.4
# arguments field: x=0.7, y=0.4
# arguments in_turns: x=0.7, y=0.4, n=3
# arguments in_arms: x=0.7, y=0.4
# first order only in_turns: a gradient is taken off a list
# first order only item_of_a_list: a gradient is taken off a list
# first order only from_the_end: a gradient is taken off a list
# first order only in_arms: a gradient is taken off a list
from typing import NamedTuple

import numpy as np


class Point(NamedTuple):
    a: float
    b: float


def net(x: "N"):
    return np.tanh(x) * 2


def listed(x: float, n: int):
    r = []
    for t in range(n):
        r.append(x * t)
    return r


def keyed(x: float, y: float):
    return {"a": x * y, "b": x + y}


def point(x: float, y: float):
    return Point(x * y, x + y)


def entry(x: "N"):
    y = net(x)[0]
    return y * y


def returned_entry(x: "N"):
    return net(x)[1]


def some(x: "N"):
    y = net(x)[1:]
    return np.sum(y * y)


def masked(x: "N"):
    y = net(x)[x > 0.8]
    return np.sum(y * y)


def with_an_axis(x: "N"):
    y = net(x)[:, None]
    return np.sum(y * x)


def item_of_a_list(x: float, y: float):
    z = listed(x, 3)[1]
    return z * y


def from_the_end(x: float, y: float):
    return listed(x, 3)[-1]


def item_of_a_dict(x: float, y: float):
    z = keyed(x, y)["a"]
    return z * keyed(y, z)["b"]


def field(x: float, y: float):
    return point(x, y).a * point(y, x)[1]


def in_turns(x: float, y: float, n: int):
    s = 0.0
    for t in range(n):
        s += listed(x, n)[t] * keyed(x, y)["a"]
    return s


def in_arms(x: float, y: float):
    if listed(x, 3)[1] > 0:
        return keyed(x, y)["b"]
    return listed(x, 2)[1]


# output
"""Forward and backward passes of part_of_what_a_function_gives.py: do not edit.

Made by `backprop generate`.
"""

from typing import NamedTuple

import numpy as np


class Point(NamedTuple):
    a: float
    b: float


def copy_of(x):
    """A copy of a number, an array, or a nest of them."""
    if isinstance(x, dict):
        return {key: copy_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        items = [copy_of(item) for item in x]
        return items if isinstance(x, list) else tuple(items)
    return x.copy() if isinstance(x, np.ndarray) else x


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def listed(x: float, n: int):
    r = []
    for t in range(n):
        r.append(x * t)
    return r


def net_forward(x: "N"):
    """Forward pass of net: out (N,) and the cache (references, not copies)."""
    tanh_x = np.tanh(x)
    out = tanh_x * 2
    cache = (tanh_x,)
    return out, cache


def net_backward(dout, cache):
    """Backward pass of net: dx (N,), from dout (N,)."""
    (tanh_x,) = cache
    # backprop out = tanh_x * 2
    dtanh_x = 2 * dout
    # backprop tanh_x = np.tanh(x)
    dx = (1 - tanh_x**2) * dtanh_x
    return dx


def listed_forward(x: float, n: int):
    """Forward pass of listed: r and the cache (references, not copies)."""
    r = []
    for t in range(n):
        r.append(x * t)
    cache = (n,)
    return r, cache


def listed_backward(dr, cache):
    """Backward pass of listed: dx, from dr."""
    (n,) = cache
    dx = 0.0
    dr = copy_of(dr)
    for t in reversed(range(n)):
        # backprop r.append(x * t)
        dx += t * dr.pop()
    return dx


def keyed_forward(x: float, y: float):
    """Forward pass of keyed: out and the cache (references, not copies)."""
    out = {"a": x * y, "b": x + y}
    cache = (x, y)
    return out, cache


def keyed_backward(dout, cache):
    """Backward pass of keyed: dx and dy, from dout."""
    x, y = cache
    # backprop out = {"a": x * y, "b": x + y}
    dx = y * dout["a"]
    dy = x * dout["a"]
    dx += dout["b"]
    dy += dout["b"]
    return dx, dy


def point_forward(x: float, y: float):
    """Forward pass of point: out and the cache (references, not copies)."""
    out = Point(x * y, x + y)
    cache = (x, y)
    return out, cache


def point_backward(dout: Point, cache):
    """Backward pass of point: dx and dy, from dout."""
    x, y = cache
    # backprop out = Point(x * y, x + y)
    dx = y * dout.a
    dy = x * dout.a
    dx += dout.b
    dy += dout.b
    return dx, dy


def entry_forward(x: "N"):
    """Forward pass of entry: out and the cache (references, not copies)."""
    net_x, net_cache = net_forward(x)
    y = net_x[0]
    out = y * y
    cache = (net_x, net_cache, y)
    return out, cache


def entry_backward(dout, cache):
    """Backward pass of entry: dx (N,), from dout."""
    net_x, net_cache, y = cache
    # backprop out = y * y
    dy = (2 * y) * dout
    # backprop y = net_x[0]
    dnet_x = np.zeros_like(net_x, dtype=np.result_type(net_x, 1.0))
    dnet_x[0] = dy
    # backprop net_x = net(x)
    dx = net_backward(dnet_x, net_cache)
    return dx


def returned_entry_forward(x: "N"):
    """Forward pass of returned_entry: out and the cache (references, not copies)."""
    net_x, net_cache = net_forward(x)
    out = net_x[1]
    cache = (net_x, net_cache)
    return out, cache


def returned_entry_backward(dout, cache):
    """Backward pass of returned_entry: dx (N,), from dout."""
    net_x, net_cache = cache
    # backprop out = net_x[1]
    dnet_x = np.zeros_like(net_x, dtype=np.result_type(net_x, 1.0))
    dnet_x[1] = dout
    # backprop net_x = net(x)
    dx = net_backward(dnet_x, net_cache)
    return dx


def some_forward(x: "N"):
    """Forward pass of some: out and the cache (references, not copies)."""
    net_x, net_cache = net_forward(x)
    y = net_x[1:]
    out = np.sum(y * y)
    cache = (net_x, net_cache, y)
    return out, cache


def some_backward(dout, cache):
    """Backward pass of some: dx (N,), from dout."""
    net_x, net_cache, y = cache
    # backprop out = np.sum(y * y)
    dy = (2 * y) * dout
    # backprop y = net_x[1:]
    dnet_x = np.zeros_like(net_x, dtype=np.result_type(net_x, 1.0))
    dnet_x[1:] = dy
    # backprop net_x = net(x)
    dx = net_backward(dnet_x, net_cache)
    return dx


def masked_forward(x: "N"):
    """Forward pass of masked: out and the cache (references, not copies)."""
    net_x, net_cache = net_forward(x)
    y_test = x > 0.8
    y = net_x[y_test]
    out = np.sum(y * y)
    cache = (net_x, net_cache, y_test, y)
    return out, cache


def masked_backward(dout, cache):
    """Backward pass of masked: dx (N,), from dout."""
    net_x, net_cache, y_test, y = cache
    # backprop out = np.sum(y * y)
    dy = (2 * y) * dout
    # backprop y = net_x[y_test]
    dnet_x = np.zeros_like(net_x, dtype=np.result_type(net_x, 1.0))
    dnet_x[y_test] = dy
    # backprop net_x = net(x)
    dx = net_backward(dnet_x, net_cache)
    return dx


def with_an_axis_forward(x: "N"):
    """Forward pass of with_an_axis: out and the cache (references, not copies)."""
    net_x, net_cache = net_forward(x)
    y = net_x[:, None]
    out = np.sum(y * x)
    cache = (x, net_cache, y)
    return out, cache


def with_an_axis_backward(dout, cache):
    """Backward pass of with_an_axis: dx (N,), from dout."""
    x, net_cache, y = cache
    # backprop out = np.sum(y * x)
    dy = np.ones_like(y) * np.sum(x * dout, axis=-1, keepdims=True)
    dx = np.ones_like(x) * np.sum(y * dout, axis=0)
    # backprop y = net_x[:, None]
    dnet_x = np.reshape(dy, x.shape)
    # backprop net_x = net(x)
    dx_net = net_backward(dnet_x, net_cache)
    dx += dx_net
    return dx


def item_of_a_list_forward(x: float, y: float):
    """Forward pass of item_of_a_list: out and the cache (references, not copies)."""
    listed_x, listed_cache = listed_forward(x, 3)
    z = listed_x[1]
    out = z * y
    cache = (y, listed_x, listed_cache, z)
    return out, cache


def item_of_a_list_backward(dout, cache):
    """Backward pass of item_of_a_list: dx and dy, from dout."""
    y, listed_x, listed_cache, z = cache
    # backprop out = z * y
    dz = y * dout
    dy = z * dout
    # backprop z = listed_x[1]
    dlisted_x = zeros_of(listed_x)
    dlisted_x[1] = dz
    # backprop listed_x = listed(x, 3)
    dx = listed_backward(dlisted_x, listed_cache)
    return dx, dy


def from_the_end_forward(x: float, y: float):
    """Forward pass of from_the_end: out and the cache (references, not copies)."""
    listed_x, listed_cache = listed_forward(x, 3)
    out = listed_x[-1]
    cache = (listed_x, listed_cache)
    return out, cache


def from_the_end_backward(dout, cache):
    """Backward pass of from_the_end: dx and dy, from dout."""
    listed_x, listed_cache = cache
    # backprop out = listed_x[-1]
    dlisted_x = zeros_of(listed_x)
    dlisted_x[-1] = dout
    # backprop listed_x = listed(x, 3)
    dx = listed_backward(dlisted_x, listed_cache)
    dy = 0.0
    return dx, dy


def item_of_a_dict_forward(x: float, y: float):
    """Forward pass of item_of_a_dict: out and the cache (references, not copies)."""
    keyed_x, keyed_cache = keyed_forward(x, y)
    z = keyed_x["a"]
    keyed_y, keyed_y_cache = keyed_forward(y, z)
    out_b = keyed_y["b"]
    out = z * out_b
    cache = (keyed_cache, z, keyed_y_cache, out_b)
    return out, cache


def item_of_a_dict_backward(dout, cache):
    """Backward pass of item_of_a_dict: dx and dy, from dout."""
    keyed_cache, z, keyed_y_cache, out_b = cache
    # backprop out = z * out_b
    dz = out_b * dout
    dout_b = z * dout
    # backprop out_b = keyed_y["b"]
    dkeyed_y = {"a": 0.0, "b": dout_b}
    # backprop keyed_y = keyed(y, z)
    dy, dz_keyed = keyed_backward(dkeyed_y, keyed_y_cache)
    dz += dz_keyed
    # backprop z = keyed_x["a"]
    dkeyed_x = {"a": dz, "b": 0.0}
    # backprop keyed_x = keyed(x, y)
    dx, dy_keyed = keyed_backward(dkeyed_x, keyed_cache)
    dy += dy_keyed
    return dx, dy


def field_forward(x: float, y: float):
    """Forward pass of field: out and the cache (references, not copies)."""
    point_x, point_cache = point_forward(x, y)
    point_x_a = point_x.a
    point_y, point_y_cache = point_forward(y, x)
    point_y_1 = point_y[1]
    out = point_x_a * point_y_1
    cache = (point_cache, point_x_a, point_y_cache, point_y_1)
    return out, cache


def field_backward(dout, cache):
    """Backward pass of field: dx and dy, from dout."""
    point_cache, point_x_a, point_y_cache, point_y_1 = cache
    # backprop out = point_x_a * point_y_1
    dpoint_x_a = point_y_1 * dout
    dpoint_y_1 = point_x_a * dout
    # backprop point_y_1 = point_y[1]
    dpoint_y = Point(a=0.0, b=dpoint_y_1)
    # backprop point_y = point(y, x)
    dy, dx = point_backward(dpoint_y, point_y_cache)
    # backprop point_x_a = point_x.a
    dpoint_x = Point(a=dpoint_x_a, b=0.0)
    # backprop point_x = point(x, y)
    dx_point, dy_point = point_backward(dpoint_x, point_cache)
    dx += dx_point
    dy += dy_point
    return dx, dy


def in_turns_forward(x: float, y: float, n: int):
    """Forward pass of in_turns: s and the cache (references, not copies)."""
    s = 0.0
    steps = []
    for t in range(n):
        listed_x, listed_cache = listed_forward(x, n)
        listed_x_t = listed_x[t]
        keyed_x, keyed_cache = keyed_forward(x, y)
        s_a = keyed_x["a"]
        s += listed_x_t * s_a
        steps.append((listed_cache, listed_x, listed_x_t, keyed_cache, s_a))
    cache = (n, steps)
    return s, cache


def in_turns_backward(ds, cache):
    """Backward pass of in_turns: dx and dy, from ds."""
    n, steps = cache
    dx = 0.0
    dy = 0.0
    for t in reversed(range(n)):
        listed_cache, listed_x, listed_x_t, keyed_cache, s_a = steps[t]
        # backprop s += listed_x_t * s_a
        dlisted_x_t = s_a * ds
        ds_a = listed_x_t * ds
        # backprop s_a = keyed_x["a"]
        dkeyed_x = {"a": ds_a, "b": 0.0}
        # backprop keyed_x = keyed(x, y)
        dx_keyed, dy_keyed = keyed_backward(dkeyed_x, keyed_cache)
        dx += dx_keyed
        dy += dy_keyed
        # backprop listed_x_t = listed_x[t]
        dlisted_x = zeros_of(listed_x)
        dlisted_x[t] = dlisted_x_t
        # backprop listed_x = listed(x, n)
        dx_listed = listed_backward(dlisted_x, listed_cache)
        dx += dx_listed
    return dx, dy


def in_arms_forward(x: float, y: float):
    """Forward pass of in_arms: out and the cache (references, not copies)."""
    keyed_cache = None
    listed_x = None
    listed_cache = None
    listed_x_1_gt_0 = listed(x, 3)[1] > 0
    if listed_x_1_gt_0:
        keyed_x, keyed_cache = keyed_forward(x, y)
        out = keyed_x["b"]
    else:
        listed_x, listed_cache = listed_forward(x, 2)
        out = listed_x[1]
    cache = (listed_x_1_gt_0, keyed_cache, listed_x, listed_cache)
    return out, cache


def in_arms_backward(dout, cache):
    """Backward pass of in_arms: dx and dy, from dout."""
    listed_x_1_gt_0, keyed_cache, listed_x, listed_cache = cache
    if listed_x_1_gt_0:
        # backprop out = keyed_x["b"]
        dkeyed_x = {"a": 0.0, "b": dout}
        # backprop keyed_x = keyed(x, y)
        dx, dy = keyed_backward(dkeyed_x, keyed_cache)
    else:
        # backprop out = listed_x[1]
        dlisted_x = zeros_of(listed_x)
        dlisted_x[1] = dout
        # backprop listed_x = listed(x, 2)
        dx = listed_backward(dlisted_x, listed_cache)
        dy = 0.0
    return dx, dy
