# arguments: x=0.7, k=1.1, dt=0.05
# arguments logistic: r=3.2, x=0.3
# arguments early: x=1.1
# first order only: a history is no value of numba's
import numba


@numba.njit(cache=True)
def logistic(r: float, x: float):
    for _ in range(8):
        x = r * x * (1.0 - x)
    return x


@numba.njit
def early(x: float, n: int = 10):
    for i in range(1, n):
        x = x * 1.5
        if x > 10:
            return x * i
    return x


@numba.njit(fastmath=True)
def midpoint(x: float, k: float, dt: float):
    for _ in range(5):
        half = x - 0.5 * dt * k * x
        x = x - dt * k * half
    return x


# output
"""Forward and backward passes of compiled_loop_of_numbers.py: do not edit.

Made by `backprop generate`.
"""

import numba
from numba.typed import List


@numba.njit(cache=True)
def logistic_forward(r: float, x: float):
    """Forward pass of logistic: x and the cache (references, not copies)."""
    steps = List()
    for _ in range(8):
        x_before = x
        r_times_x = r * x
        x = r_times_x * (1.0 - x)
        steps.append((x_before, r_times_x))
    cache = (r, steps)
    return x, cache


@numba.njit(cache=True)
def logistic_backward(dx, cache):
    """Backward pass of logistic: dr and dx, from dx."""
    r, steps = cache
    dr = 0.0
    for x_before, r_times_x in steps[::-1]:
        # backprop x = r_times_x * (1.0 - x)
        dr_times_x = (1.0 - x_before) * dx
        dx = -(r_times_x * dx)
        # backprop r_times_x = r * x
        dr += x_before * dr_times_x
        dx += r * dr_times_x
    return dr, dx


@numba.njit
def early_forward(x: float, n: int = 10):
    """Forward pass of early: out and the cache (references, not copies)."""
    stopped = False
    steps = List()
    for i in range(1, n):
        stopped = False
        x = x * 1.5
        if x > 10:
            found = x * i
            stopped = True
        steps.append((i, x))
        if stopped:
            break
    if stopped:
        out = found
    else:
        out = x
    cache = (steps, stopped)
    return out, cache


@numba.njit
def early_backward(dout, cache):
    """Backward pass of early: dx, from dout."""
    steps, stopped = cache
    if stopped:
        # backprop out = found
        dfound = dout
        dx = 0.0
    else:
        # backprop out = x
        dx = dout
        dfound = 0.0
    for i, x in steps[::-1]:
        if x > 10:
            # backprop found = x * i
            dx = dx + i * dfound
            dfound = 0.0
        # backprop x = x * 1.5
        dx = 1.5 * dx
    return dx


@numba.njit(fastmath=True)
def midpoint_forward(x: float, k: float, dt: float):
    """Forward pass of midpoint: x and the cache (references, not copies)."""
    steps = List()
    for _ in range(5):
        x_before = x
        half_product = 0.5 * dt * k
        half_product1 = half_product * x
        half = x - half_product1
        dt_times_k = dt * k
        x_product = dt_times_k * half
        x = x - x_product
        steps.append((x_before, half_product, half, dt_times_k))
    cache = (k, dt, steps)
    return x, cache


@numba.njit(fastmath=True)
def midpoint_backward(dx, cache):
    """Backward pass of midpoint: dx, dk and ddt, from dx."""
    k, dt, steps = cache
    ddt = 0.0
    dk = 0.0
    for x_before, half_product, half, dt_times_k in steps[::-1]:
        # backprop x = x - x_product
        dx_product = -dx
        # backprop x_product = dt_times_k * half
        ddt_times_k = half * dx_product
        dhalf = dt_times_k * dx_product
        # backprop dt_times_k = dt * k
        ddt += k * ddt_times_k
        dk += dt * ddt_times_k
        # backprop half = x - half_product1
        dx = dx + dhalf
        dhalf_product1 = -dhalf
        # backprop half_product1 = half_product * x
        dhalf_product = x_before * dhalf_product1
        dx += half_product * dhalf_product1
        # backprop half_product = 0.5 * dt * k
        ddt += 0.5 * k * dhalf_product
        dk += 0.5 * dt * dhalf_product
    return dx, dk, ddt
