# arguments: x=(3,), k=1.5, m=0.5
import numpy as np


def euler(f, y: "D", ts: "T", *args: float):
    for i in range(len(ts) - 1):
        y = y + (ts[i + 1] - ts[i]) * f(y, ts[i], *args)
    return y


def pull(y: "D", t: float, k: float, m: float):
    forced = m * np.sin(t)
    return forced - k * y


def end(x: "D", k: float, m: float):
    ts = np.linspace(0.0, 1.0, 5)
    return np.sum(euler(pull, x, ts, k, m) ** 2)


# output
"""Forward and backward passes of arguments_passed_on.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def pull_forward(y: "D", t: float, k: float, m: float):
    """Forward pass of pull: out (D,) and the cache (references, not copies)."""
    sin_t = np.sin(t)
    forced = m * sin_t
    k_times_y = k * y
    out = forced - k_times_y
    cache = (y, t, k, m, sin_t)
    return out, cache


def pull_backward(dout, cache):
    """Backward pass of pull: dy (D,), dt, dk and dm, from dout (D,)."""
    y, t, k, m, sin_t = cache
    # backprop out = forced - k_times_y
    dforced = np.sum(dout)
    dk_times_y = -dout
    # backprop k_times_y = k * y
    dk = y @ dk_times_y
    dy = k * dk_times_y
    # backprop forced = m * sin_t
    dm = sin_t * dforced
    dsin_t = m * dforced
    # backprop sin_t = np.sin(t)
    dt = np.cos(t) * dsin_t
    return dy, dt, dk, dm


def euler_pull_forward(y: "D", ts: "T", args0: float, args1: float):
    """Forward pass of euler_pull: y (D,) and the cache (references, not copies)."""
    steps = []
    for i in range(len(ts) - 1):
        ts_part_minus_ts_i = ts[i + 1] - ts[i]
        ts_i = ts[i]
        pull_y, pull_cache = pull_forward(y, ts_i, args0, args1)
        y = y + ts_part_minus_ts_i * pull_y
        steps.append((ts_part_minus_ts_i, pull_cache, pull_y))
    cache = (ts, steps)
    return y, cache


def euler_pull_backward(dy, cache):
    """Backward pass of euler_pull.

    Gives dy (D,), dts (T,), dargs0 and dargs1, from dy (D,).
    """
    ts, steps = cache
    dargs0 = 0.0
    dargs1 = 0.0
    dts = np.zeros_like(ts, dtype=np.result_type(ts, 1.0))
    dy = 1.0 * dy
    for i in reversed(range(len(ts) - 1)):
        ts_part_minus_ts_i, pull_cache, pull_y = steps[i]
        # backprop y = y + ts_part_minus_ts_i * pull_y
        dts_part_minus_ts_i = pull_y @ dy
        dpull_y = ts_part_minus_ts_i * dy
        # backprop pull_y = pull(y, ts_i, args0, args1)
        dy_pull, dts_i, dargs0_pull, dargs1_pull = pull_backward(dpull_y, pull_cache)
        dy += dy_pull
        dargs0 += dargs0_pull
        dargs1 += dargs1_pull
        # backprop ts_i = ts[i]
        dts[i] += dts_i
        # backprop ts_part_minus_ts_i = ts[i + 1] - ts[i]
        dts[i + 1] += dts_part_minus_ts_i
        dts[i] -= dts_part_minus_ts_i
    return dy, dts, dargs0, dargs1


def end_forward(x: "D", k: float, m: float):
    """Forward pass of end: out and the cache (references, not copies)."""
    ts = np.linspace(0.0, 1.0, 5)
    euler_pull_x, euler_pull_cache = euler_pull_forward(x, ts, k, m)
    out = np.sum(euler_pull_x**2)
    cache = (euler_pull_x, euler_pull_cache)
    return out, cache


def end_backward(dout, cache):
    """Backward pass of end: dx (D,), dk and dm, from dout."""
    euler_pull_x, euler_pull_cache = cache
    # backprop out = np.sum(euler_pull_x**2)
    deuler_pull_x = (2 * euler_pull_x) * dout
    # backprop euler_pull_x = euler_pull(x, ts, k, m)
    dx, _, dk, dm = euler_pull_backward(deuler_pull_x, euler_pull_cache)
    return dx, dk, dm
