# arguments: s=(2,), k=0.3
import numpy as np


def energy(s, k):
    x, v = s
    return k * x**2 + v**2


def f(s: "2", k: float):
    return np.sqrt(energy(s, k) * energy(2 * s, k))


# output
"""Forward and backward passes of unpacked_argument_in_its_own_form.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


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


def energy_forward(s, k):
    """Forward pass of energy: out and the cache (references, not copies)."""
    x, v = s
    x_sqr = x**2
    out = k * x_sqr + v**2
    cache = (s, k, x, v, x_sqr)
    return out, cache


def energy_backward(dout, cache):
    """Backward pass of energy: ds and dk, from dout."""
    s, k, x, v, x_sqr = cache
    # backprop out = k * x_sqr + v**2
    dk = unbroadcast(x_sqr * dout, k)
    dx_sqr = unbroadcast(k * dout, x_sqr)
    dv = unbroadcast((2 * v) * dout, v)
    # backprop x_sqr = x**2
    dx = (2 * x) * dx_sqr
    # backprop x, v = s
    ds = in_form_of(s, [dx, dv])
    return ds, dk


def f_forward(s: "2", k: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    energy_s, energy_cache = energy_forward(s, k)
    out_product = 2 * s
    energy_2_times_s, energy_2_times_s_cache = energy_forward(out_product, k)
    sqrt_in = energy_s * energy_2_times_s
    out = np.sqrt(sqrt_in)
    cache = (energy_s, energy_cache, energy_2_times_s, energy_2_times_s_cache, out)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: ds (2,) and dk, from dout."""
    energy_s, energy_cache, energy_2_times_s, energy_2_times_s_cache, out = cache
    # backprop out = np.sqrt(sqrt_in)
    dsqrt_in = dout / (2 * out)
    # backprop sqrt_in = energy_s * energy_2_times_s
    denergy_s = unbroadcast(energy_2_times_s * dsqrt_in, energy_s)
    denergy_2_times_s = unbroadcast(energy_s * dsqrt_in, energy_2_times_s)
    # backprop energy_2_times_s = energy(out_product, k)
    dout_product, dk = energy_backward(denergy_2_times_s, energy_2_times_s_cache)
    # backprop out_product = 2 * s
    ds = 2 * dout_product
    # backprop energy_s = energy(s, k)
    ds_energy, dk_energy = energy_backward(denergy_s, energy_cache)
    ds += ds_energy
    dk += dk_energy
    return ds, dk
