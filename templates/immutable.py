"""Arrays that cannot be written in place: `x.at[i].set(v)` is a new one, of jax.numpy."""

from __future__ import annotations

import numpy as np


def at_set(x, i: place, v) -> same(x):
    """Routes the gradient on the part that was set to its new value, the rest to what it was before.

    i: one of 1, slice(1, None), (0, -1), (Ellipsis, 0)
    """
    z = x.at[i].set(v)
    dx = dz.at[i].set(0)
    dv = unbroadcast(dz[i], v)


def at_add(x, i: object, v) -> same(x):
    """Distributes the gradient: what was added is given that on the part it was added to.

    i: one of 1, slice(1, None), (0, -1), (Ellipsis, 0), [0, 1, 0]
    """
    z = x.at[i].add(v)
    dx = dz
    dv = unbroadcast(dz[i], v)


def at_subtract(x, i: object, v) -> same(x):
    """Distributes the gradient, and changes its sign for what is taken away.

    i: one of 1, slice(1, None), (0, -1), (Ellipsis, 0), [0, 1, 0]
    """
    z = x.at[i].subtract(v)
    dx = dz
    dv = unbroadcast(-dz[i], v)


def at_multiply(x, i: place, v: float) -> same(x):
    """Scales the gradient on the part as it was scaled; the factor is given what it was a factor of.

    i: one of 1, slice(1, None), (0, -1), (Ellipsis, 0)
    """
    z = x.at[i].multiply(v)
    dx = dz.at[i].multiply(v)
    dv = np.sum(x[i] * dz[i])
