# arguments: x0=(3,), k=1.5, n=4
# names matter: dt may be that of a gradient
import numpy as np


def midpoint(f, y: "D", t: float, dt: float):
    """One step."""
    half = y + 0.5 * dt * f(y, t)
    return y + dt * f(half, t + 0.5 * dt)


def odeint(f, y0: "D", dt: float, n: int):
    y = y0
    for i in range(n):
        y = midpoint(f, y, i * dt, dt)
    return y


def solve(x0: "D", k: float, n: int):
    def decay(y: "D", t: float):
        forced = np.sin(t) - y
        return k * forced

    return np.sum(odeint(decay, x0, 0.1, n) ** 2)


# output
"""Forward and backward passes of function_passed_to_a_function.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def decay_forward(y: "D", t: float, k: float):
    """Forward pass of decay: out (D,) and the cache (references, not copies)."""
    forced = np.sin(t) - y
    out = k * forced
    cache = (t, k, forced)
    return out, cache


def decay_backward(dout, cache):
    """Backward pass of decay: dy (D,), dt and dk, from dout (D,)."""
    t, k, forced = cache
    # backprop out = k * forced
    dk = forced @ dout
    dforced = k * dout
    # backprop forced = np.sin(t) - y
    dt = np.cos(t) * np.sum(dforced)
    dy = -dforced
    return dy, dt, dk


def midpoint_decay_forward(y: "D", t: float, dt: float, k: float):
    """One step.

    Forward pass of midpoint_decay.

    Gives out (D,) and the cache (references, not copies).
    """
    decay_y, decay_cache = decay_forward(y, t, k)
    half = y + 0.5 * dt * decay_y
    out_sum = t + 0.5 * dt
    decay_half, decay_half_cache = decay_forward(half, out_sum, k)
    out = y + dt * decay_half
    cache = (dt, decay_y, decay_cache, decay_half, decay_half_cache)
    return out, cache


def midpoint_decay_backward(dout, cache):
    """Backward pass of midpoint_decay: dy (D,), d_t, ddt and dk, from dout (D,)."""
    dt, decay_y, decay_cache, decay_half, decay_half_cache = cache
    # backprop out = y + dt * decay_half
    dy = 1.0 * dout
    ddt = decay_half @ dout
    ddecay_half = dt * dout
    # backprop decay_half = decay(half, out_sum, k)
    dhalf, dout_sum, dk = decay_backward(ddecay_half, decay_half_cache)
    # backprop out_sum = t + 0.5 * dt
    d_t = dout_sum
    ddt += 0.5 * dout_sum
    # backprop half = y + 0.5 * dt * decay_y
    dy += dhalf
    ddt += 0.5 * (decay_y @ dhalf)
    ddecay_y = 0.5 * dt * dhalf
    # backprop decay_y = decay(y, t, k)
    dy_decay, dt_decay, dk_decay = decay_backward(ddecay_y, decay_cache)
    dy += dy_decay
    d_t += dt_decay
    dk += dk_decay
    return dy, d_t, ddt, dk


def odeint_decay_forward(y0: "D", dt: float, n: int, k: float):
    """Forward pass of odeint_decay: y (D,) and the cache (references, not copies)."""
    y = y0
    steps = []
    for i in range(n):
        i_times_dt = i * dt
        y, midpoint_decay_cache = midpoint_decay_forward(y, i_times_dt, dt, k)
        steps.append(midpoint_decay_cache)
    cache = (n, steps)
    return y, cache


def odeint_decay_backward(dy, cache):
    """Backward pass of odeint_decay: dy0 (D,), ddt and dk, from dy (D,)."""
    n, steps = cache
    ddt = 0.0
    dk = 0.0
    for i in reversed(range(n)):
        midpoint_decay_cache = steps[i]
        # backprop y = midpoint_decay(y, i_times_dt, dt, k)
        dy, di_times_dt, ddt_midpoint_decay, dk_midpoint_decay = (
            midpoint_decay_backward(dy, midpoint_decay_cache)
        )
        ddt += ddt_midpoint_decay
        dk += dk_midpoint_decay
        # backprop i_times_dt = i * dt
        ddt += i * di_times_dt
    # backprop y = y0
    dy0 = 1.0 * dy
    return dy0, ddt, dk


def solve_forward(x0: "D", k: float, n: int):
    """Forward pass of solve: out and the cache (references, not copies)."""
    odeint_decay_x0, odeint_decay_cache = odeint_decay_forward(x0, 0.1, n, k)
    out = np.sum(odeint_decay_x0**2)
    cache = (odeint_decay_x0, odeint_decay_cache)
    return out, cache


def solve_backward(dout, cache):
    """Backward pass of solve: dx0 (D,) and dk, from dout."""
    odeint_decay_x0, odeint_decay_cache = cache
    # backprop out = np.sum(odeint_decay_x0**2)
    dodeint_decay_x0 = (2 * odeint_decay_x0) * dout
    # backprop odeint_decay_x0 = odeint_decay(x0, 0.1, n, k)
    dx0, _, dk = odeint_decay_backward(dodeint_decay_x0, odeint_decay_cache)
    return dx0, dk
