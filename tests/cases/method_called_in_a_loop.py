# arguments: s=S((3,), (3,)), dt=0.1
# names matter: fields are read by their names
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class S:
    q: "N"
    p: "N"

    def step(self, dt):
        p = self.p - dt * np.sin(self.q)
        return S(self.q + dt * p, p)

    def energy(self):
        return np.sum(self.p ** 2) / 2 - np.sum(np.cos(self.q))


def f(s: S, dt):
    for i in range(4):
        s = s.step(dt)
    return s.energy()


# output
"""Forward and backward passes of method_called_in_a_loop.py: do not edit.

Made by `backprop generate`.
"""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class S:
    q: "N"
    p: "N"

    def step(self, dt):
        p = self.p - dt * np.sin(self.q)
        return S(self.q + dt * p, p)

    def energy(self):
        return np.sum(self.p ** 2) / 2 - np.sum(np.cos(self.q))


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


def s_step_forward(self: S, dt):
    """Forward pass of s_step: out and the cache (references, not copies)."""
    sin_self_q = np.sin(self.q)
    dt_times_sin_self_q = dt * sin_self_q
    p = self.p - dt_times_sin_self_q
    dt_times_p = dt * p
    out = S(self.q + dt_times_p, p)
    cache = (self, dt, sin_self_q, p)
    return out, cache


def s_step_backward(dout: S, cache):
    """Backward pass of s_step: dself and ddt, from dout."""
    self, dt, sin_self_q, p = cache
    # backprop out = S(self.q + dt_times_p, p)
    dq = 1.0 * unbroadcast(dout.q, self.q)
    ddt_times_p = dout.q
    dp = 1.0 * dout.p
    # backprop dt_times_p = dt * p
    ddt = unbroadcast(p * ddt_times_p, dt)
    dp += dt * ddt_times_p
    # backprop p = self.p - dt_times_sin_self_q
    dself_p = unbroadcast(dp, self.p)
    ddt_times_sin_self_q = -dp
    # backprop dt_times_sin_self_q = dt * sin_self_q
    ddt += unbroadcast(sin_self_q * ddt_times_sin_self_q, dt)
    dsin_self_q = unbroadcast(dt * ddt_times_sin_self_q, sin_self_q)
    # backprop sin_self_q = np.sin(self.q)
    dq += np.cos(self.q) * dsin_self_q
    dself = S(q=dq, p=dself_p)
    return dself, ddt


def f_forward(s: S, dt):
    """Forward pass of f: out and the cache (references, not copies)."""
    steps = []
    for i in range(4):
        s, s_step_cache = s_step_forward(s, dt)
        steps.append(s_step_cache)
    out = np.sum(s.p**2) / 2 - np.sum(np.cos(s.q))
    cache = (dt, steps, s)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: ds and ddt, from dout."""
    dt, steps, s = cache
    # backprop out = np.sum(s.p**2) / 2 - np.sum(np.cos(s.q))
    dp = s.p * dout
    dq = np.sin(s.q) * dout
    ds = S(q=dq, p=dp)
    ddt = np.zeros_like(dt, dtype=np.result_type(dt, 1.0))
    for s_step_cache in reversed(steps):
        # backprop s = s_step(s, dt)
        ds_s_step, ddt_s_step = s_step_backward(ds, s_step_cache)
        ds_q = ds_s_step.q
        ds_p = ds_s_step.p
        ddt += ddt_s_step
        ds = S(q=ds_q, p=1 * ds_p)
    return ds, ddt
