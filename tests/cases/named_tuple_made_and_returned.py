# arguments: s=State(pos=(3,), vel=(3,)), dt=0.1
# arguments energy: s=State(pos=(3,), vel=(3,)), dt=0.1
# names matter: fields are read by their names
from typing import NamedTuple

import numpy as np


class State(NamedTuple):
    pos: "N"
    vel: "N"
    steps: int = 0


def step(s: State, dt: float) -> State:
    pos = s.pos + dt * s.vel
    return State(vel=s.vel - dt * np.sin(pos), pos=pos, steps=s.steps + 1)


def energy(s: State, dt: float):
    once = step(s, dt)
    twice = step(once, dt)
    both = State(twice.pos, once.pos * twice.vel)
    return np.sum(both.vel**2) / 2 - np.sum(np.cos(both.pos)) + np.sum(once.vel)


def f(s: State, dt: float):
    same = State(s.pos, s.pos)
    return step(same, dt)


# output
"""Forward and backward passes of named_tuple_made_and_returned.py: do not edit.

Made by `backprop generate`.
"""

from typing import Any, NamedTuple

import numpy as np


class State(NamedTuple):
    pos: "N"
    vel: "N"
    steps: int = 0


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


def step_forward(s: State, dt: float) -> tuple[State, tuple[Any, ...]]:
    """Forward pass of step: out and the cache (references, not copies)."""
    pos = s.pos + dt * s.vel
    sin_pos = np.sin(pos)
    dt_times_sin_pos = dt * sin_pos
    out = State(vel=s.vel - dt_times_sin_pos, pos=pos, steps=s.steps + 1)
    cache = (s, dt, pos, sin_pos)
    return out, cache


def step_backward(dout: State, cache: tuple[Any, ...]) -> tuple[State, float]:
    """Backward pass of step: ds and ddt, from dout."""
    s, dt, pos, sin_pos = cache
    # backprop out = State(vel=s.vel - dt_times_sin_pos, pos=pos, steps=s.steps + 1)
    dpos = 1.0 * dout.pos
    dvel = 1.0 * dout.vel
    ddt_times_sin_pos = -dout.vel
    # backprop dt_times_sin_pos = dt * sin_pos
    ddt = sin_pos @ ddt_times_sin_pos
    dsin_pos = dt * ddt_times_sin_pos
    # backprop sin_pos = np.sin(pos)
    dpos += np.cos(pos) * dsin_pos
    # backprop pos = s.pos + dt * s.vel
    ds_pos = dpos
    ddt += s.vel @ dpos
    dvel += dt * dpos
    ds = State(pos=ds_pos, vel=dvel, steps=0.0)
    return ds, ddt


def energy_forward(s: State, dt: float):
    """Forward pass of energy: out and the cache (references, not copies)."""
    once, step_cache = step_forward(s, dt)
    twice, twice_cache = step_forward(once, dt)
    both = State(twice.pos, once.pos * twice.vel)
    out = np.sum(both.vel**2) / 2 - np.sum(np.cos(both.pos)) + np.sum(once.vel)
    cache = (once, step_cache, twice, twice_cache, both)
    return out, cache


def energy_backward(dout, cache):
    """Backward pass of energy: ds and ddt, from dout."""
    once, step_cache, twice, twice_cache, both = cache
    # backprop out = np.sum(both.vel**2) / 2 - np.sum(np.cos(both.pos))
    #     + np.sum(once.vel)
    dvel = both.vel * dout
    dpos = np.sin(both.pos) * dout
    donce_vel = np.ones_like(once.vel) * dout
    # backprop both = State(twice.pos, once.pos * twice.vel)
    donce_pos = unbroadcast(twice.vel * dvel, once.pos)
    dtwice = State(pos=dpos, vel=unbroadcast(once.pos * dvel, twice.vel), steps=0.0)
    # backprop twice = step(once, dt)
    donce_step, ddt = step_backward(dtwice, twice_cache)
    donce_pos += donce_step.pos
    donce_vel += donce_step.vel
    # backprop once = step(s, dt)
    donce = State(pos=donce_pos, vel=donce_vel, steps=0.0)
    ds, ddt_step = step_backward(donce, step_cache)
    ddt += ddt_step
    return ds, ddt


def f_forward(s: State, dt: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    same = State(s.pos, s.pos)
    out, step_cache = step_forward(same, dt)
    cache = (s, step_cache)
    return out, cache


def f_backward(dout: State, cache):
    """Backward pass of f: ds and ddt, from dout."""
    s, step_cache = cache
    # backprop out = step(same, dt)
    dsame, ddt = step_backward(dout, step_cache)
    # backprop same = State(s.pos, s.pos)
    dpos = dsame.pos
    dpos += dsame.vel
    ds = State(
        pos=dpos, vel=np.zeros_like(s.vel, dtype=np.result_type(s.vel, 1.0)), steps=0.0
    )
    return ds, ddt
