# arguments: x=(3,), c=0.5
# names matter: fields are read by their names
# first order only: what a turn keeps is read by its place
from typing import NamedTuple

import numpy as np


class State(NamedTuple):
    h: "N"
    c: "N"


def f(x: "N", c: float):
    s = State(x, x * c)
    for i in range(3):
        gate = np.tanh(s.h + s.c)
        s = State(h=gate * s.c, c=s.c * x)
    if c > 0:
        t = State(s.h, x)
    else:
        t = s
    return np.sum(t.h * t.c)


# output
"""Forward and backward passes of named_tuple_carried_by_a_loop.py: do not edit.

Made by `backprop generate`.
"""

from typing import NamedTuple

import numpy as np


class State(NamedTuple):
    h: "N"
    c: "N"


def f_forward(x: "N", c: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    s = State(x, x * c)
    steps = []
    for i in range(3):
        tanh_in = s.h + s.c
        gate = np.tanh(tanh_in)
        steps.append((s, gate))
        s = State(h=gate * s.c, c=s.c * x)
    if c > 0:
        t = State(s.h, x)
    else:
        t = s
    out = np.sum(t.h * t.c)
    cache = (x, c, steps, s, t)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dc, from dout."""
    x, c, steps, s, t = cache
    # backprop out = np.sum(t.h * t.c)
    dt = State(h=t.c * dout, c=t.h * dout)
    if c > 0:
        # backprop t = State(s.h, x)
        ds_h = dt.h
        dx = dt.c
        ds_c = np.zeros_like(s.c, dtype=np.result_type(s.c, 1.0))
    else:
        # backprop t = s
        ds_h = dt.h
        ds_c = dt.c
        dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    ds = State(h=1 * ds_h, c=1 * ds_c)
    for s, gate in reversed(steps):
        # backprop s = State(h=gate * s.c, c=s.c * x)
        dgate = s.c * ds.h
        ds_c1 = gate * ds.h
        ds_c1 += x * ds.c
        dx += s.c * ds.c
        # backprop gate = np.tanh(tanh_in)
        dtanh_in = (1 - gate**2) * dgate
        # backprop tanh_in = s.h + s.c
        ds_h1 = dtanh_in
        ds_c1 += dtanh_in
        ds = State(h=ds_h1, c=ds_c1)
    # backprop s = State(x, x * c)
    dx += ds.h
    dx += c * ds.c
    dc = x @ ds.c
    return dx, dc
