# arguments: x=(), y=()
import math


def wave(x: float):
    if x > 1:
        return math.sin(x)
    return x * x


def f(x: float, y: float):
    a = wave(x) if x > y else 3 * y  # the larger of the two
    b = y * (wave(a) if a < 0 else wave(y) if y > 0.5 else a) + x
    b += wave(b) if b > 1 else b
    return wave(b * a) if b > a else wave(a)


# output
"""Forward and backward passes of call_in_a_conditional_expression.py: do not edit.

Made by `backprop generate`.
"""

import math


def wave_forward(x: float):
    """Forward pass of wave: out and the cache (references, not copies)."""
    if x > 1:
        out = math.sin(x)
    else:
        out = x * x
    cache = (x,)
    return out, cache


def wave_backward(dout, cache):
    """Backward pass of wave: dx, from dout."""
    (x,) = cache
    if x > 1:
        # backprop out = math.sin(x)
        dx = math.cos(x) * dout
    else:
        # backprop out = x * x
        dx = (2 * x) * dout
    return dx


def f_forward(x: float, y: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    wave_cache = None
    if x > y:  # the larger of the two
        a, wave_cache = wave_forward(x)
    else:
        a = 3 * y
    chosen_cache = None
    chosen_cache1 = None
    if a < 0:
        chosen, chosen_cache = wave_forward(a)
    elif y > 0.5:
        chosen, chosen_cache1 = wave_forward(y)
    else:
        chosen = a
    b = y * chosen + x
    wave_b_cache = None
    if b > 1:
        wave_b, wave_b_cache = wave_forward(b)
        b1 = b + wave_b
    else:
        b1 = b + b
    out_cache = None
    out_cache1 = None
    if b1 > a:
        b_times_a = b1 * a
        out, out_cache = wave_forward(b_times_a)
    else:
        out, out_cache1 = wave_forward(a)
    cache = (
        x,
        y,
        wave_cache,
        a,
        chosen_cache,
        chosen_cache1,
        chosen,
        b,
        wave_b_cache,
        b1,
        out_cache,
        out_cache1,
    )
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx and dy, from dout."""
    (
        x,
        y,
        wave_cache,
        a,
        chosen_cache,
        chosen_cache1,
        chosen,
        b,
        wave_b_cache,
        b1,
        out_cache,
        out_cache1,
    ) = cache
    if b1 > a:
        # backprop out = wave(b_times_a)
        db_times_a = wave_backward(dout, out_cache)
        # backprop b_times_a = b1 * a
        db1 = a * db_times_a
        da = b1 * db_times_a
    else:
        # backprop out = wave(a)
        da = wave_backward(dout, out_cache1)
        db1 = 0.0
    if b > 1:
        # backprop b1 = b + wave_b
        db = db1
        # backprop wave_b = wave(b)
        db_wave = wave_backward(db1, wave_b_cache)
        db += db_wave
    else:
        # backprop b1 = b + b
        db = db1 + db1
    # backprop b = y * chosen + x
    dy = chosen * db
    dchosen = y * db
    dx = db
    if a < 0:
        # backprop chosen = wave(a)
        da_wave = wave_backward(dchosen, chosen_cache)
        da += da_wave
    elif y > 0.5:
        # backprop chosen = wave(y)
        dy_wave = wave_backward(dchosen, chosen_cache1)
        dy += dy_wave
    else:
        # backprop chosen = a
        da += dchosen
    if x > y:
        # backprop a = wave(x)
        dx_wave = wave_backward(da, wave_cache)
        dx += dx_wave
    else:
        # backprop a = 3 * y
        dy += 3 * da
    return dx, dy
