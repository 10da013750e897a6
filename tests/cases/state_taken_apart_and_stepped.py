# arguments predator_and_prey: y0=(2,), a=1.0, b=0.5, c=0.4, d=0.9
# arguments shaped: y0=(2,), a=1.0, b=0.5
# arguments oscillator: y=(2,), k=0.7, n=3
# arguments oscillator: y=(2,), k=0.7, n=0
# arguments scaled: y=(2,), k=0.7
# arguments by_another_function: y=(2,), k=0.7, n=3
# arguments of_rows: rows=(3, 2), k=0.7
# arguments of_rows: rows=[(2,), (2,)], k=0.7
# arguments given_as_a_tuple: y=(0.3, 0.7), k=0.7
import numpy as np


def rk4(f, y, h):
    k1 = f(y)
    k2 = f(y + 0.5 * h * k1)
    k3 = f(y + 0.5 * h * k2)
    k4 = f(y + h * k3)
    return y + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)


def predator_and_prey(y0, a, b, c, d):
    def rates(y):
        p, q = y
        return np.array([a * p - b * p * q, c * p * q - d * q])

    y = y0
    for _ in range(3):
        y = rk4(rates, y, 0.1)
    return y


def shaped(y0: "2", a: float, b: float):
    def rates(y):
        p, q = y
        return np.array([a * q, -b * np.sin(p)])

    return rk4(rates, y0, 0.1)


def oscillator(y, k, n: int):
    for _ in range(n):
        p, q = y
        y = y + 0.1 * np.array([q, -k * p])
    return y


def scaled(y, k: float):
    p, q = y
    return y * k + p * q


def given_as_a_tuple(y, k):
    p, q = y
    return p * k - q * p


def rates_of(y, k):
    p, q = y
    return np.array([p * k, q * p])


def by_another_function(y, k, n: int):
    for _ in range(n):
        y = y + 0.1 * rates_of(y, k)
    return y


def of_rows(rows, k):
    s = 0.0
    for y in rows:
        p, q = y
        z = y + k * np.array([q, p])
        s = s + z[0] * z[1] * p
    return s


# output
"""Forward and backward passes of state_taken_apart_and_stepped.py: do not edit.

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


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def predator_and_prey_rates_forward(y, a, b, c, d):
    """Forward pass of predator_and_prey_rates.

    Gives out and the cache (references, not copies).
    """
    p, q = y
    b_times_p = b * p
    out_product = b_times_p * q
    c_times_p = c * p
    d_times_q = d * q
    out = np.array([a * p - out_product, c_times_p * q - d_times_q])
    cache = (y, a, b, c, d, p, q, b_times_p, out_product, c_times_p, d_times_q)
    return out, cache


def predator_and_prey_rates_backward(dout, cache):
    """Backward pass of predator_and_prey_rates: dy, da, db, dc and dd, from dout."""
    y, a, b, c, d, p, q, b_times_p, out_product, c_times_p, d_times_q = cache
    # backprop out = np.array([a * p - out_product, c_times_p * q - d_times_q])
    da = unbroadcast(p * dout[0], a)
    dp = unbroadcast(a * dout[0], p)
    dout_product = unbroadcast(-dout[0], out_product)
    dc_times_p = unbroadcast(q * dout[1], c_times_p)
    dq = unbroadcast(c_times_p * dout[1], q)
    dd_times_q = unbroadcast(-dout[1], d_times_q)
    # backprop d_times_q = d * q
    dd = unbroadcast(q * dd_times_q, d)
    dq += unbroadcast(d * dd_times_q, q)
    # backprop c_times_p = c * p
    dc = unbroadcast(p * dc_times_p, c)
    dp += unbroadcast(c * dc_times_p, p)
    # backprop out_product = b_times_p * q
    db_times_p = unbroadcast(q * dout_product, b_times_p)
    dq += unbroadcast(b_times_p * dout_product, q)
    # backprop b_times_p = b * p
    db = unbroadcast(p * db_times_p, b)
    dp += unbroadcast(b * db_times_p, p)
    # backprop p, q = y
    dy = in_form_of(y, [dp, dq])
    return dy, da, db, dc, dd


def rk4_predator_and_prey_rates_forward(y, h, a, b, c, d):
    """Forward pass of rk4_predator_and_prey_rates.

    Gives out and the cache (references, not copies).
    """
    k1, predator_and_prey_rates_cache = predator_and_prey_rates_forward(y, a, b, c, d)
    half_times_h = 0.5 * h
    k2_sum = y + half_times_h * k1
    k2, k2_cache = predator_and_prey_rates_forward(k2_sum, a, b, c, d)
    k3_half_times_h = 0.5 * h
    k3_sum = y + k3_half_times_h * k2
    k3, k3_cache = predator_and_prey_rates_forward(k3_sum, a, b, c, d)
    k4_sum = y + h * k3
    k4, k4_cache = predator_and_prey_rates_forward(k4_sum, a, b, c, d)
    h_over_6 = h / 6
    out_sum = k1 + 2 * k2 + 2 * k3 + k4
    out = y + h_over_6 * out_sum
    cache = (
        y,
        h,
        k1,
        predator_and_prey_rates_cache,
        half_times_h,
        k2,
        k2_cache,
        k3_half_times_h,
        k3,
        k3_cache,
        k4,
        k4_cache,
        h_over_6,
        out_sum,
    )
    return out, cache


def rk4_predator_and_prey_rates_backward(dout, cache):
    """Backward pass of rk4_predator_and_prey_rates.

    Gives dy, dh, da, db, dc and dd, from dout.
    """
    (
        y,
        h,
        k1,
        predator_and_prey_rates_cache,
        half_times_h,
        k2,
        k2_cache,
        k3_half_times_h,
        k3,
        k3_cache,
        k4,
        k4_cache,
        h_over_6,
        out_sum,
    ) = cache
    # backprop out = y + h_over_6 * out_sum
    dy = 1.0 * unbroadcast(dout, y)
    dh_over_6 = unbroadcast(out_sum * dout, h_over_6)
    dout_sum = unbroadcast(h_over_6 * dout, out_sum)
    # backprop out_sum = k1 + 2 * k2 + 2 * k3 + k4
    dk1 = unbroadcast(dout_sum, k1)
    dk2 = unbroadcast(2 * dout_sum, k2)
    dk3 = unbroadcast(2 * dout_sum, k3)
    dk4 = unbroadcast(dout_sum, k4)
    # backprop h_over_6 = h / 6
    dh = dh_over_6 / 6
    # backprop k4 = predator_and_prey_rates(k4_sum, a, b, c, d)
    dk4_sum, da, db, dc, dd = predator_and_prey_rates_backward(dk4, k4_cache)
    # backprop k4_sum = y + h * k3
    dy += unbroadcast(dk4_sum, y)
    dh += unbroadcast(k3 * dk4_sum, h)
    dk3 += unbroadcast(h * dk4_sum, k3)
    # backprop k3 = predator_and_prey_rates(k3_sum, a, b, c, d)
    (
        dk3_sum,
        da_predator_and_prey_rates,
        db_predator_and_prey_rates,
        dc_predator_and_prey_rates,
        dd_predator_and_prey_rates,
    ) = predator_and_prey_rates_backward(dk3, k3_cache)
    da += da_predator_and_prey_rates
    db += db_predator_and_prey_rates
    dc += dc_predator_and_prey_rates
    dd += dd_predator_and_prey_rates
    # backprop k3_sum = y + k3_half_times_h * k2
    dy += unbroadcast(dk3_sum, y)
    dk3_half_times_h = unbroadcast(k2 * dk3_sum, k3_half_times_h)
    dk2 += unbroadcast(k3_half_times_h * dk3_sum, k2)
    # backprop k3_half_times_h = 0.5 * h
    dh += 0.5 * dk3_half_times_h
    # backprop k2 = predator_and_prey_rates(k2_sum, a, b, c, d)
    (
        dk2_sum,
        da_predator_and_prey_rates1,
        db_predator_and_prey_rates1,
        dc_predator_and_prey_rates1,
        dd_predator_and_prey_rates1,
    ) = predator_and_prey_rates_backward(dk2, k2_cache)
    da += da_predator_and_prey_rates1
    db += db_predator_and_prey_rates1
    dc += dc_predator_and_prey_rates1
    dd += dd_predator_and_prey_rates1
    # backprop k2_sum = y + half_times_h * k1
    dy += unbroadcast(dk2_sum, y)
    dhalf_times_h = unbroadcast(k1 * dk2_sum, half_times_h)
    dk1 += unbroadcast(half_times_h * dk2_sum, k1)
    # backprop half_times_h = 0.5 * h
    dh += 0.5 * dhalf_times_h
    # backprop k1 = predator_and_prey_rates(y, a, b, c, d)
    (
        dy_predator_and_prey_rates,
        da_predator_and_prey_rates2,
        db_predator_and_prey_rates2,
        dc_predator_and_prey_rates2,
        dd_predator_and_prey_rates2,
    ) = predator_and_prey_rates_backward(dk1, predator_and_prey_rates_cache)
    dy += dy_predator_and_prey_rates
    da += da_predator_and_prey_rates2
    db += db_predator_and_prey_rates2
    dc += dc_predator_and_prey_rates2
    dd += dd_predator_and_prey_rates2
    return dy, dh, da, db, dc, dd


def predator_and_prey_forward(y0, a, b, c, d):
    """Forward pass of predator_and_prey: y and the cache (references, not copies)."""
    y = y0
    steps = []
    for _ in range(3):
        y, rk4_predator_and_prey_rates_cache = rk4_predator_and_prey_rates_forward(
            y, 0.1, a, b, c, d
        )
        steps.append(rk4_predator_and_prey_rates_cache)
    cache = (a, b, c, d, steps)
    return y, cache


def predator_and_prey_backward(dy, cache):
    """Backward pass of predator_and_prey: dy0, da, db, dc and dd, from dy."""
    a, b, c, d, steps = cache
    da = np.zeros_like(a, dtype=np.result_type(a, 1.0))
    db = np.zeros_like(b, dtype=np.result_type(b, 1.0))
    dc = np.zeros_like(c, dtype=np.result_type(c, 1.0))
    dd = np.zeros_like(d, dtype=np.result_type(d, 1.0))
    for rk4_predator_and_prey_rates_cache in reversed(steps):
        # backprop y = rk4_predator_and_prey_rates(y, 0.1, a, b, c, d)
        (
            dy,
            _,
            da_rk4_predator_and_prey_rates,
            db_rk4_predator_and_prey_rates,
            dc_rk4_predator_and_prey_rates,
            dd_rk4_predator_and_prey_rates,
        ) = rk4_predator_and_prey_rates_backward(dy, rk4_predator_and_prey_rates_cache)
        da += da_rk4_predator_and_prey_rates
        db += db_rk4_predator_and_prey_rates
        dc += dc_rk4_predator_and_prey_rates
        dd += dd_rk4_predator_and_prey_rates
    # backprop y = y0
    dy0 = 1 * dy
    return dy0, da, db, dc, dd


def shaped_rates_forward(y, a: float, b: float):
    """Forward pass of shaped_rates: out and the cache (references, not copies)."""
    p, q = y
    sin_p = np.sin(p)
    out = np.array([a * q, -b * sin_p])
    cache = (y, a, b, p, q, sin_p)
    return out, cache


def shaped_rates_backward(dout, cache):
    """Backward pass of shaped_rates: dy, da and db, from dout."""
    y, a, b, p, q, sin_p = cache
    # backprop out = np.array([a * q, -b * sin_p])
    da = np.sum(q * dout[0])
    dq = a * dout[0]
    db = -np.sum(sin_p * dout[1])
    dsin_p = -b * dout[1]
    # backprop sin_p = np.sin(p)
    dp = np.cos(p) * dsin_p
    # backprop p, q = y
    dy = in_form_of(y, [dp, dq])
    return dy, da, db


def rk4_shaped_rates_forward(y, h, a: float, b: float):
    """Forward pass of rk4_shaped_rates: out and the cache (references, not copies)."""
    k1, shaped_rates_cache = shaped_rates_forward(y, a, b)
    half_times_h = 0.5 * h
    k2_sum = y + half_times_h * k1
    k2, k2_cache = shaped_rates_forward(k2_sum, a, b)
    k3_half_times_h = 0.5 * h
    k3_sum = y + k3_half_times_h * k2
    k3, k3_cache = shaped_rates_forward(k3_sum, a, b)
    k4_sum = y + h * k3
    k4, k4_cache = shaped_rates_forward(k4_sum, a, b)
    h_over_6 = h / 6
    out_sum = k1 + 2 * k2 + 2 * k3 + k4
    out = y + h_over_6 * out_sum
    cache = (
        y,
        h,
        k1,
        shaped_rates_cache,
        half_times_h,
        k2,
        k2_cache,
        k3_half_times_h,
        k3,
        k3_cache,
        k4,
        k4_cache,
        h_over_6,
        out_sum,
    )
    return out, cache


def rk4_shaped_rates_backward(dout, cache):
    """Backward pass of rk4_shaped_rates: dy, dh, da and db, from dout."""
    (
        y,
        h,
        k1,
        shaped_rates_cache,
        half_times_h,
        k2,
        k2_cache,
        k3_half_times_h,
        k3,
        k3_cache,
        k4,
        k4_cache,
        h_over_6,
        out_sum,
    ) = cache
    # backprop out = y + h_over_6 * out_sum
    dy = 1.0 * unbroadcast(dout, y)
    dh_over_6 = unbroadcast(out_sum * dout, h_over_6)
    dout_sum = unbroadcast(h_over_6 * dout, out_sum)
    # backprop out_sum = k1 + 2 * k2 + 2 * k3 + k4
    dk1 = unbroadcast(dout_sum, k1)
    dk2 = unbroadcast(2 * dout_sum, k2)
    dk3 = unbroadcast(2 * dout_sum, k3)
    dk4 = unbroadcast(dout_sum, k4)
    # backprop h_over_6 = h / 6
    dh = dh_over_6 / 6
    # backprop k4 = shaped_rates(k4_sum, a, b)
    dk4_sum, da, db = shaped_rates_backward(dk4, k4_cache)
    # backprop k4_sum = y + h * k3
    dy += unbroadcast(dk4_sum, y)
    dh += unbroadcast(k3 * dk4_sum, h)
    dk3 += unbroadcast(h * dk4_sum, k3)
    # backprop k3 = shaped_rates(k3_sum, a, b)
    dk3_sum, da_shaped_rates, db_shaped_rates = shaped_rates_backward(dk3, k3_cache)
    da += da_shaped_rates
    db += db_shaped_rates
    # backprop k3_sum = y + k3_half_times_h * k2
    dy += unbroadcast(dk3_sum, y)
    dk3_half_times_h = unbroadcast(k2 * dk3_sum, k3_half_times_h)
    dk2 += unbroadcast(k3_half_times_h * dk3_sum, k2)
    # backprop k3_half_times_h = 0.5 * h
    dh += 0.5 * dk3_half_times_h
    # backprop k2 = shaped_rates(k2_sum, a, b)
    dk2_sum, da_shaped_rates1, db_shaped_rates1 = shaped_rates_backward(dk2, k2_cache)
    da += da_shaped_rates1
    db += db_shaped_rates1
    # backprop k2_sum = y + half_times_h * k1
    dy += unbroadcast(dk2_sum, y)
    dhalf_times_h = unbroadcast(k1 * dk2_sum, half_times_h)
    dk1 += unbroadcast(half_times_h * dk2_sum, k1)
    # backprop half_times_h = 0.5 * h
    dh += 0.5 * dhalf_times_h
    # backprop k1 = shaped_rates(y, a, b)
    dy_shaped_rates, da_shaped_rates2, db_shaped_rates2 = shaped_rates_backward(
        dk1, shaped_rates_cache
    )
    dy += dy_shaped_rates
    da += da_shaped_rates2
    db += db_shaped_rates2
    return dy, dh, da, db


def shaped_forward(y0: "2", a: float, b: float):
    """Forward pass of shaped: out and the cache (references, not copies)."""
    out, rk4_shaped_rates_cache = rk4_shaped_rates_forward(y0, 0.1, a, b)
    cache = (rk4_shaped_rates_cache,)
    return out, cache


def shaped_backward(dout, cache):
    """Backward pass of shaped: dy0 (2,), da and db, from dout."""
    (rk4_shaped_rates_cache,) = cache
    # backprop out = rk4_shaped_rates(y0, 0.1, a, b)
    dy0, _, da, db = rk4_shaped_rates_backward(dout, rk4_shaped_rates_cache)
    return dy0, da, db


def oscillator_forward(y, k, n: int):
    """Forward pass of oscillator: y and the cache (references, not copies)."""
    if isinstance(y, (list, tuple)):
        raise TypeError("oscillator: y is a list or a tuple, and is taken for an array")
    steps = []
    for _ in range(n):
        y_before = y
        p, q = y
        neg_k = -k
        array_q = np.array([q, neg_k * p])
        y = y + 0.1 * array_q
        steps.append((y_before, p, neg_k, array_q))
    cache = (k, steps)
    return y, cache


def oscillator_backward(dy, cache):
    """Backward pass of oscillator: dy and dk, from dy."""
    k, steps = cache
    dk = np.zeros_like(k, dtype=np.result_type(k, 1.0))
    for y_before, p, neg_k, array_q in reversed(steps):
        # backprop y = y + 0.1 * array_q
        darray_q = unbroadcast(0.1 * dy, array_q)
        dy = 1.0 * unbroadcast(dy, y_before)
        # backprop array_q = np.array([q, neg_k * p])
        dq = darray_q[0]
        dneg_k = unbroadcast(p * darray_q[1], neg_k)
        dp = unbroadcast(neg_k * darray_q[1], p)
        # backprop neg_k = -k
        dk -= dneg_k
        # backprop p, q = y
        dy += np.stack([dp, dq])
    dy = 1.0 * dy
    return dy, dk


def scaled_forward(y, k: float):
    """Forward pass of scaled: out and the cache (references, not copies)."""
    if isinstance(y, (list, tuple)):
        raise TypeError("scaled: y is a list or a tuple, and is taken for an array")
    p, q = y
    out = y * k + p * q
    cache = (y, k, p, q)
    return out, cache


def scaled_backward(dout, cache):
    """Backward pass of scaled: dy and dk, from dout."""
    y, k, p, q = cache
    # backprop out = y * k + p * q
    dy = unbroadcast(k * dout, y)
    dk = np.sum(y * dout)
    dp = unbroadcast(q * dout, p)
    dq = unbroadcast(p * dout, q)
    # backprop p, q = y
    dy += np.stack([dp, dq])
    return dy, dk


def given_as_a_tuple_forward(y, k):
    """Forward pass of given_as_a_tuple: out and the cache (references, not copies)."""
    p, q = y
    q_times_p = q * p
    out = p * k - q_times_p
    cache = (y, k, p, q, q_times_p)
    return out, cache


def given_as_a_tuple_backward(dout, cache):
    """Backward pass of given_as_a_tuple: dy and dk, from dout."""
    y, k, p, q, q_times_p = cache
    # backprop out = p * k - q_times_p
    dp = unbroadcast(k * dout, p)
    dk = unbroadcast(p * dout, k)
    dq_times_p = unbroadcast(-dout, q_times_p)
    # backprop q_times_p = q * p
    dq = unbroadcast(p * dq_times_p, q)
    dp += unbroadcast(q * dq_times_p, p)
    # backprop p, q = y
    dy = in_form_of(y, [dp, dq])
    return dy, dk


def rates_of_forward(y, k):
    """Forward pass of rates_of: out and the cache (references, not copies)."""
    p, q = y
    out = np.array([p * k, q * p])
    cache = (y, k, p, q)
    return out, cache


def rates_of_backward(dout, cache):
    """Backward pass of rates_of: dy and dk, from dout."""
    y, k, p, q = cache
    # backprop out = np.array([p * k, q * p])
    dp = unbroadcast(k * dout[0], p)
    dk = unbroadcast(p * dout[0], k)
    dq = unbroadcast(p * dout[1], q)
    dp += unbroadcast(q * dout[1], p)
    # backprop p, q = y
    dy = in_form_of(y, [dp, dq])
    return dy, dk


def by_another_function_forward(y, k, n: int):
    """Forward pass of by_another_function: y and the cache (references, not copies)."""
    steps = []
    for _ in range(n):
        y_before = y
        rates_of_y, rates_of_cache = rates_of_forward(y, k)
        y = y + 0.1 * rates_of_y
        steps.append((y_before, rates_of_cache, rates_of_y))
    cache = (k, steps)
    return y, cache


def by_another_function_backward(dy, cache):
    """Backward pass of by_another_function: dy and dk, from dy."""
    k, steps = cache
    dk = np.zeros_like(k, dtype=np.result_type(k, 1.0))
    for y_before, rates_of_cache, rates_of_y in reversed(steps):
        # backprop y = y + 0.1 * rates_of_y
        drates_of_y = unbroadcast(0.1 * dy, rates_of_y)
        dy = 1.0 * unbroadcast(dy, y_before)
        # backprop rates_of_y = rates_of(y, k)
        dy_rates_of, dk_rates_of = rates_of_backward(drates_of_y, rates_of_cache)
        dy += dy_rates_of
        dk += dk_rates_of
    dy = 1 * dy
    return dy, dk


def of_rows_forward(rows, k):
    """Forward pass of of_rows: s and the cache (references, not copies)."""
    s = 0.0
    steps = []
    for y in rows:
        s_before = s
        p, q = y
        array_q = np.array([q, p])
        z = y + k * array_q
        z_0_times_z_1 = z[0] * z[1]
        s = s + z_0_times_z_1 * p
        steps.append((s_before, p, array_q, z, z_0_times_z_1))
    cache = (rows, k, steps)
    return s, cache


def of_rows_backward(ds, cache):
    """Backward pass of of_rows: drows and dk, from ds."""
    rows, k, steps = cache
    dk = np.zeros_like(k, dtype=np.result_type(k, 1.0))
    drows = zeros_of(rows)
    for i in reversed(range(len(rows))):
        s_before, p, array_q, z, z_0_times_z_1 = steps[i]
        y = rows[i]
        # backprop s = s + z_0_times_z_1 * p
        dz_0_times_z_1 = unbroadcast(p * ds, z_0_times_z_1)
        dp = unbroadcast(z_0_times_z_1 * ds, p)
        ds = unbroadcast(ds, s_before)
        # backprop z_0_times_z_1 = z[0] * z[1]
        dz = np.zeros_like(z, dtype=np.result_type(z, 1.0))
        dz[0] = unbroadcast(z[1] * dz_0_times_z_1, z[0])
        dz[1] += unbroadcast(z[0] * dz_0_times_z_1, z[1])
        # backprop z = y + k * array_q
        dy = unbroadcast(dz, y)
        dk += unbroadcast(array_q * dz, k)
        darray_q = unbroadcast(k * dz, array_q)
        # backprop array_q = np.array([q, p])
        dq = darray_q[0]
        dp += darray_q[1]
        # backprop p, q = y
        dy += np.stack([dp, dq])
        drows[i] = dy
    return drows, dk
