# arguments: x=1.5, y=0.7
import math


def wave(a: float):
    return math.sin(a) * a


def f(x: float, y: float):
    return 2 * wave(x * y) + wave(wave(y))


# output
"""Forward and backward passes of call_inside_an_expression.py: do not edit.

Made by `backprop generate`.
"""

import math


def wave_forward(a: float):
    """Forward pass of wave: out and the cache (references, not copies)."""
    sin_a = math.sin(a)
    out = sin_a * a
    cache = (a, sin_a)
    return out, cache


def wave_backward(dout, cache):
    """Backward pass of wave: da, from dout."""
    a, sin_a = cache
    # backprop out = sin_a * a
    dsin_a = a * dout
    da = sin_a * dout
    # backprop sin_a = math.sin(a)
    da += math.cos(a) * dsin_a
    return da


def f_forward(x: float, y: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    x_times_y = x * y
    wave_x_times_y, wave_cache = wave_forward(x_times_y)
    wave_y, wave_y_cache = wave_forward(y)
    wave_wave_y, wave_wave_y_cache = wave_forward(wave_y)
    out = 2 * wave_x_times_y + wave_wave_y
    cache = (x, y, wave_cache, wave_y_cache, wave_wave_y_cache)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx and dy, from dout."""
    x, y, wave_cache, wave_y_cache, wave_wave_y_cache = cache
    # backprop out = 2 * wave_x_times_y + wave_wave_y
    dwave_x_times_y = 2 * dout
    # backprop wave_wave_y = wave(wave_y)
    dwave_y = wave_backward(dout, wave_wave_y_cache)
    # backprop wave_y = wave(y)
    dy = wave_backward(dwave_y, wave_y_cache)
    # backprop wave_x_times_y = wave(x_times_y)
    dx_times_y = wave_backward(dwave_x_times_y, wave_cache)
    # backprop x_times_y = x * y
    dx = y * dx_times_y
    dy += x * dx_times_y
    return dx, dy
