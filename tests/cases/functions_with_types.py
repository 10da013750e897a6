# arguments affine: x=(4, 3), w=(3, 2), b=(2,)
# arguments several: x=0.7, y=1.2
# arguments turns: x=0.7, n=3
# arguments squares: xs=[0.7, 1.2, 0.4]
# arguments by_key: d={"a": 0.7, "b": 1.2}, t=0.4
# arguments layer: p=Params((3, 2), (2,)), x=(4, 3)
# arguments stepped: q=Line(0.7, 1.2), x=0.4
# arguments pairs: p=(0.7, 1.2), x=0.4
# arguments filled: x=(4,), n=4
# arguments listed: xs=[0.7, 1.2], a=0.4
# arguments weighted: x=0.7, k=1.2
# arguments chosen: x=0.7, y=1.2
# arguments chosen: x=1.7, y=1.2
# arguments scaled: x=(3,), w=(3,)
# arguments added: xs=[(3,), (3,)], a=0.4
# names matter: fields are read by their names
import math
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
Rows = list[Array]


class Params(NamedTuple):
    w: Array
    b: Array


@dataclass
class Line:
    a: float
    b: float

    def step(self, x: float) -> float:
        return self.a * x + self.b


def affine(x: npt.NDArray[np.float64], w: npt.NDArray[np.float64], b: npt.NDArray[np.float64]) -> Array:
    out = np.tanh(x @ w + b)
    return out


def several(x: float, y: float) -> tuple[float, float]:
    return x * y, math.sin(x) + y


def turns(x: float, n: int) -> float:
    total = 0.0
    for i in range(n):
        total = total * x + math.sin(total) + x
    return total


def squares(xs: list[float]) -> float:
    total = 0.0
    for x in xs:
        total += x * x
    return total


def by_key(d: dict[str, float], t: float) -> float:
    return d["a"] * t + d["b"]


def layer(p: Params, x: Array) -> Array:
    return np.tanh(x @ p.w + p.b)


def stepped(q: Line, x: float) -> float:
    return q.step(x) * q.b


def pairs(p: tuple[float, float], x: float) -> float:
    a, b = p
    return a * x + b


def filled(x: Array, n: int) -> Array:
    y = np.ones(n)
    for i in range(1, n):
        y[i] = y[i - 1] * x[i]
    return y


def listed(xs: list[float], a: float) -> list[float]:
    return [a * x for x in xs]


def weighted(x: float, k: float = 2.0) -> float:
    y: float = math.exp(x * k)
    return y


def chosen(x: float, y: float) -> float:
    z = x * y
    if x < y:
        z = z * x
        return z * z
    return z


def scaled(x: Array, w: Array) -> Array:
    x *= w
    return x * w


def added(xs: Rows, a: float) -> float:
    total = 0.0
    for x in xs:
        total += float(np.sum(x * x)) * a
    return total


# output
"""Forward and backward passes of functions_with_types.py: do not edit.

Made by `backprop generate`.
"""

import math
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
Rows = list[Array]


class Params(NamedTuple):
    w: Array
    b: Array


@dataclass
class Line:
    a: float
    b: float

    def step(self, x: float) -> float:
        return self.a * x + self.b


def copy_of(x: Any) -> Any:
    """A copy of a number, an array, or a nest of them."""
    if isinstance(x, dict):
        return {key: copy_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        items = [copy_of(item) for item in x]
        return items if isinstance(x, list) else tuple(items)
    return x.copy() if isinstance(x, np.ndarray) else x


def matmul_dx(dz: Any, x: Any, y: Any) -> Any:
    """The gradient on x of z = x @ y, whatever the ranks."""
    if np.ndim(y) == 1:
        dx = np.expand_dims(dz, -1) * y
    elif np.ndim(x) == 1:
        dx = (y @ np.expand_dims(dz, -1))[..., 0]
    else:
        dx = dz @ np.swapaxes(y, -1, -2)
    return unbroadcast(dx, x)


def matmul_dy(dz: Any, x: Any, y: Any) -> Any:
    """The gradient on y of z = x @ y, whatever the ranks."""
    if np.ndim(y) == 1:
        dy = np.expand_dims(dz, -1) * x
    elif np.ndim(x) == 1:
        dy = np.expand_dims(x, -1) * np.expand_dims(dz, -2)
    else:
        dy = np.swapaxes(x, -1, -2) @ dz
    return unbroadcast(dy, y)


def unbroadcast(g: Any, x: Any) -> Any:
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


def zeros_of(x: Any) -> Any:
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def affine_forward(
    x: npt.NDArray[np.float64], w: npt.NDArray[np.float64], b: npt.NDArray[np.float64]
) -> tuple[Array, tuple[Any, ...]]:
    """Forward pass of affine: out and the cache (references, not copies)."""
    x_at_w = x @ w
    tanh_in = x_at_w + b
    out = np.tanh(tanh_in)
    cache = (x, w, b, x_at_w, out)
    return out, cache


def affine_backward(
    dout: Array, cache: tuple[Any, ...]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Backward pass of affine: dx, dw and db, from dout."""
    x, w, b, x_at_w, out = cache
    # backprop out = np.tanh(tanh_in)
    dtanh_in = (1 - out**2) * dout
    # backprop tanh_in = x_at_w + b
    dx_at_w = unbroadcast(dtanh_in, x_at_w)
    db = unbroadcast(dtanh_in, b)
    # backprop x_at_w = x @ w
    dx = matmul_dx(dx_at_w, x, w)
    dw = matmul_dy(dx_at_w, x, w)
    return dx, dw, db


def several_forward(x: float, y: float) -> tuple[float, float, tuple[Any, ...]]:
    """Forward pass of several: out, out1 and the cache (references, not copies)."""
    out = x * y
    out1 = math.sin(x) + y
    cache = (x, y)
    return out, out1, cache


def several_backward(
    dout: float, dout1: float, cache: tuple[Any, ...]
) -> tuple[float, float]:
    """Backward pass of several: dx and dy, from dout and dout1."""
    x, y = cache
    # backprop out1 = math.sin(x) + y
    dx = math.cos(x) * dout1
    dy = dout1
    # backprop out = x * y
    dx += y * dout
    dy = dy + x * dout
    return dx, dy


def turns_forward(x: float, n: int) -> tuple[float, tuple[Any, ...]]:
    """Forward pass of turns: total and the cache (references, not copies)."""
    total = 0.0
    total_before: list[Any] = []
    for i in range(n):
        total_before.append(total)
        total = total * x + math.sin(total) + x
    cache = (x, total_before)
    return total, cache


def turns_backward(dtotal: float, cache: tuple[Any, ...]) -> float:
    """Backward pass of turns: dx, from dtotal."""
    x, total_before = cache
    dx: float = 0.0
    for total in reversed(total_before):
        # backprop total = total * x + math.sin(total) + x
        dtotal_next = dtotal
        dtotal = x * dtotal_next
        dx += total * dtotal_next
        dtotal += math.cos(total) * dtotal_next
        dx += dtotal_next
    return dx


def squares_forward(xs: list[float]) -> tuple[float, tuple[Any, ...]]:
    """Forward pass of squares: total and the cache (references, not copies)."""
    total = 0.0
    for x in xs:
        total += x * x
    cache = (xs,)
    return total, cache


def squares_backward(dtotal: float, cache: tuple[Any, ...]) -> list[float]:
    """Backward pass of squares: dxs, from dtotal."""
    (xs,) = cache
    dxs: list[float] = [0.0] * len(xs)
    for i in reversed(range(len(xs))):
        x = xs[i]
        # backprop total += x * x
        dx = (2 * x) * dtotal
        dxs[i] = dx
    return dxs


def by_key_forward(d: dict[str, float], t: float) -> tuple[float, tuple[Any, ...]]:
    """Forward pass of by_key: out and the cache (references, not copies)."""
    out = d["a"] * t + d["b"]
    cache = (d, t)
    return out, cache


def by_key_backward(
    dout: float, cache: tuple[Any, ...]
) -> tuple[dict[str, float], float]:
    """Backward pass of by_key: dd and dt, from dout."""
    d, t = cache
    # backprop out = d["a"] * t + d["b"]
    dd = {"a": unbroadcast(t * dout, d["a"]), "b": unbroadcast(dout, d["b"])}
    dt = d["a"] * dout
    return dd, dt


def layer_forward(p: Params, x: Array) -> tuple[Array, tuple[Any, ...]]:
    """Forward pass of layer: out and the cache (references, not copies)."""
    x_at_p_w = x @ p.w
    tanh_in = x_at_p_w + p.b
    out = np.tanh(tanh_in)
    cache = (p, x, x_at_p_w, out)
    return out, cache


def layer_backward(dout: Array, cache: tuple[Any, ...]) -> tuple[Params, Array]:
    """Backward pass of layer: dp and dx, from dout."""
    p, x, x_at_p_w, out = cache
    # backprop out = np.tanh(tanh_in)
    dtanh_in = (1 - out**2) * dout
    # backprop tanh_in = x_at_p_w + p.b
    dx_at_p_w = unbroadcast(dtanh_in, x_at_p_w)
    db = unbroadcast(dtanh_in, p.b)
    # backprop x_at_p_w = x @ p.w
    dx = matmul_dx(dx_at_p_w, x, p.w)
    dw = matmul_dy(dx_at_p_w, x, p.w)
    dp = Params(w=dw, b=db)
    return dp, dx


def stepped_forward(q: Line, x: float) -> tuple[float, tuple[Any, ...]]:
    """Forward pass of stepped: out and the cache (references, not copies)."""
    out_sum = q.a * x + q.b
    out = out_sum * q.b
    cache = (q, x, out_sum)
    return out, cache


def stepped_backward(dout: float, cache: tuple[Any, ...]) -> tuple[Line, float]:
    """Backward pass of stepped: dq and dx, from dout."""
    q, x, out_sum = cache
    # backprop out = out_sum * q.b
    dout_sum = q.b * dout
    db = out_sum * dout
    # backprop out_sum = q.a * x + q.b
    da = x * dout_sum
    dx = q.a * dout_sum
    db += dout_sum
    dq = Line(a=da, b=db)
    return dq, dx


def pairs_forward(p: tuple[float, float], x: float) -> tuple[float, tuple[Any, ...]]:
    """Forward pass of pairs: out and the cache (references, not copies)."""
    a, b = p
    out = a * x + b
    cache = (x, a)
    return out, cache


def pairs_backward(dout: float, cache: tuple[Any, ...]) -> tuple[Any, float]:
    """Backward pass of pairs: dp and dx, from dout."""
    x, a = cache
    # backprop out = a * x + b
    da = x * dout
    dx = a * dout
    db = dout
    # backprop a, b = p
    dp = (da, db)
    return dp, dx


def filled_forward(x: Array, n: int) -> tuple[Array, tuple[Any, ...]]:
    """Forward pass of filled: y and the cache (references, not copies)."""
    y = np.ones(n)
    for i in range(1, n):
        y_part_times_x_i = y[i - 1] * x[i]
        y[i] = y_part_times_x_i
    cache = (x, n, y)
    return y, cache


def filled_backward(dy: Array, cache: tuple[Any, ...]) -> Array:
    """Backward pass of filled: dx, from dy."""
    x, n, y = cache
    dx: Array = np.zeros_like(x)
    dy = 1.0 * dy
    for i in reversed(range(1, n)):
        # backprop y[i] = y_part_times_x_i
        dy_part_times_x_i = 1 * unbroadcast(dy[i], x[i])
        # backprop y_part_times_x_i = y[i - 1] * x[i]
        dy[i - 1] += np.sum(x[i] * dy_part_times_x_i)
        dx[i] = y[i - 1] * dy_part_times_x_i
    return dx


def listed_forward(xs: list[float], a: float) -> tuple[list[float], tuple[Any, ...]]:
    """Forward pass of listed: items and the cache (references, not copies)."""
    items: list[Any] = []
    for x in xs:
        items.append(a * x)
    cache = (xs, a)
    return items, cache


def listed_backward(
    ditems: list[float], cache: tuple[Any, ...]
) -> tuple[list[float], float]:
    """Backward pass of listed: dxs and da, from ditems."""
    xs, a = cache
    da = 0.0
    dxs = [0.0] * len(xs)
    ditems = copy_of(ditems)
    for i in reversed(range(len(xs))):
        x = xs[i]
        # backprop items.append(a * x)
        ditems_last = ditems.pop()
        da += x * ditems_last
        dx = a * ditems_last
        dxs[i] = dx
    return dxs, da


def weighted_forward(x: float, k: float = 2.0) -> tuple[float, tuple[Any, ...]]:
    """Forward pass of weighted: y and the cache (references, not copies)."""
    exp_in = x * k
    y: float = math.exp(exp_in)
    cache = (x, k, y)
    return y, cache


def weighted_backward(dy: float, cache: tuple[Any, ...]) -> tuple[float, float]:
    """Backward pass of weighted: dx and dk, from dy."""
    x, k, y = cache
    # backprop y: float = math.exp(exp_in)
    dexp_in = y * dy
    # backprop exp_in = x * k
    dx = k * dexp_in
    dk = x * dexp_in
    return dx, dk


def chosen_forward(x: float, y: float) -> tuple[float, tuple[Any, ...]]:
    """Forward pass of chosen: out and the cache (references, not copies)."""
    z = x * y
    z1: Any = None
    if x < y:
        z1 = z * x
        out = z1 * z1
    else:
        out = z
    cache = (x, y, z, z1)
    return out, cache


def chosen_backward(dout: float, cache: tuple[Any, ...]) -> tuple[float, float]:
    """Backward pass of chosen: dx and dy, from dout."""
    x, y, z, z1 = cache
    if x < y:
        # backprop out = z1 * z1
        dz1 = (2 * z1) * dout
        # backprop z1 = z * x
        dx = z * dz1
        dz = x * dz1
    else:
        # backprop out = z
        dz = dout
        dx = 0.0
    # backprop z = x * y
    dx += y * dz
    dy = x * dz
    return dx, dy


def scaled_forward(x: Array, w: Array) -> tuple[Array, tuple[Any, ...]]:
    """Forward pass of scaled: out and the cache (references, not copies)."""
    if np.shares_memory(x, w, max_work=100_000):
        raise ValueError("scaled: x and w overlap")
    x_before = x.copy()
    x *= w
    out = x * w
    cache = (x_before, w, x)
    return out, cache


def scaled_backward(
    dout: Array, dx: Array, cache: tuple[Any, ...]
) -> tuple[Array, Array]:
    """Backward pass of scaled: dx and dw, from dout and dx."""
    x_before, w, x = cache
    # backprop out = x * w
    dx = dx + w * dout
    dw = unbroadcast(x * dout, w)
    # backprop x *= w
    dw += unbroadcast(x_before * dx, w)
    dx = unbroadcast(w * dx, x_before)
    return dx, dw


def added_forward(xs: Rows, a: float) -> tuple[float, tuple[Any, ...]]:
    """Forward pass of added: total and the cache (references, not copies)."""
    total = 0.0
    steps: list[Any] = []
    for x in xs:
        float_sum_x_times_x = float(np.sum(x * x))
        total += float_sum_x_times_x * a
        steps.append(float_sum_x_times_x)
    cache = (xs, a, steps)
    return total, cache


def added_backward(dtotal: float, cache: tuple[Any, ...]) -> tuple[Rows, float]:
    """Backward pass of added: dxs and da, from dtotal."""
    xs, a, steps = cache
    da = 0.0
    dxs = zeros_of(xs)
    for i in reversed(range(len(xs))):
        float_sum_x_times_x = steps[i]
        x = xs[i]
        # backprop total += float_sum_x_times_x * a
        dfloat_sum_x_times_x = a * dtotal
        da += float_sum_x_times_x * dtotal
        # backprop float_sum_x_times_x = float(np.sum(x * x))
        dx = (2 * x) * dfloat_sum_x_times_x
        dxs[i] += dx
    return dxs, da
