"""Forward and backward passes of examples/solvers.py: do not edit.

Made again by `backprop build examples/solvers.py`.
"""

import numpy as np


def lorenz_forward(u: "3", sigma: float, rho: float, beta: float):
    """The velocity of Lorenz's system.

    Forward pass of lorenz: out (3,) and the cache (references, not copies).
    """
    x, y, z = u
    y_minus_x = y - x
    rho_minus_z = rho - z
    beta_times_z = beta * z
    out = np.array([sigma * y_minus_x, x * rho_minus_z - y, x * y - beta_times_z])
    cache = (sigma, beta, x, y, z, y_minus_x, rho_minus_z)
    return out, cache


def lorenz_backward(dout, cache):
    """Backward pass of lorenz: du (3,), dsigma, drho and dbeta, from dout (3,)."""
    sigma, beta, x, y, z, y_minus_x, rho_minus_z = cache
    # backprop out = np.array([sigma * y_minus_x, x * rho_minus_z - y, x * y
    #     - beta_times_z])
    dsigma = y_minus_x * dout[0]
    dy_minus_x = sigma * dout[0]
    dx = rho_minus_z * dout[1]
    drho_minus_z = x * dout[1]
    dy = -dout[1]
    dx += y * dout[2]
    dy += x * dout[2]
    dbeta_times_z = -dout[2]
    # backprop beta_times_z = beta * z
    dbeta = z * dbeta_times_z
    dz = beta * dbeta_times_z
    # backprop rho_minus_z = rho - z
    drho = drho_minus_z
    dz -= drho_minus_z
    # backprop y_minus_x = y - x
    dy += dy_minus_x
    dx -= dy_minus_x
    # backprop x, y, z = u
    du = np.array([dx, dy, dz])
    return du, dsigma, drho, dbeta


def rk4_forward(u0: "3", sigma: float, rho: float, beta: float, dt: float, steps: int):
    """Where a point is after some steps of the classical Runge-Kutta method.

    Forward pass of rk4: u (3,) and the cache (references, not copies).
    """
    u = u0
    steps1 = []
    for _ in range(steps):
        k1, lorenz_cache = lorenz_forward(u, sigma, rho, beta)
        k2_sum = u + 0.5 * dt * k1
        k2, k2_cache = lorenz_forward(k2_sum, sigma, rho, beta)
        k3_sum = u + 0.5 * dt * k2
        k3, k3_cache = lorenz_forward(k3_sum, sigma, rho, beta)
        k4_sum = u + dt * k3
        k4, k4_cache = lorenz_forward(k4_sum, sigma, rho, beta)
        u_sum = k1 + 2 * k2 + 2 * k3 + k4
        u = u + dt / 6 * u_sum
        steps1.append((lorenz_cache, k1, k2_cache, k2, k3_cache, k3, k4_cache, u_sum))
    cache = (dt, steps1)
    return u, cache


def rk4_backward(du, cache):
    """Backward pass of rk4: du0 (3,), dsigma, drho, dbeta and ddt, from du (3,)."""
    dt, steps1 = cache
    ddt = 0.0
    dsigma = 0.0
    drho = 0.0
    dbeta = 0.0
    du = 1.0 * du
    for lorenz_cache, k1, k2_cache, k2, k3_cache, k3, k4_cache, u_sum in reversed(
        steps1
    ):
        # backprop u = u + dt / 6 * u_sum
        ddt += u_sum @ du / 6
        du_sum = dt / 6 * du
        # backprop u_sum = k1 + 2 * k2 + 2 * k3 + k4
        dk1 = du_sum
        dk2 = 2 * du_sum
        dk3 = 2 * du_sum
        dk4 = du_sum
        # backprop k4 = lorenz(k4_sum, sigma, rho, beta)
        dk4_sum, dsigma_lorenz, drho_lorenz, dbeta_lorenz = lorenz_backward(
            dk4, k4_cache
        )
        dsigma += dsigma_lorenz
        drho += drho_lorenz
        dbeta += dbeta_lorenz
        # backprop k4_sum = u + dt * k3
        du += dk4_sum
        ddt += k3 @ dk4_sum
        dk3 += dt * dk4_sum
        # backprop k3 = lorenz(k3_sum, sigma, rho, beta)
        dk3_sum, dsigma_lorenz1, drho_lorenz1, dbeta_lorenz1 = lorenz_backward(
            dk3, k3_cache
        )
        dsigma += dsigma_lorenz1
        drho += drho_lorenz1
        dbeta += dbeta_lorenz1
        # backprop k3_sum = u + 0.5 * dt * k2
        du += dk3_sum
        ddt += 0.5 * (k2 @ dk3_sum)
        dk2 += 0.5 * dt * dk3_sum
        # backprop k2 = lorenz(k2_sum, sigma, rho, beta)
        dk2_sum, dsigma_lorenz2, drho_lorenz2, dbeta_lorenz2 = lorenz_backward(
            dk2, k2_cache
        )
        dsigma += dsigma_lorenz2
        drho += drho_lorenz2
        dbeta += dbeta_lorenz2
        # backprop k2_sum = u + 0.5 * dt * k1
        du += dk2_sum
        ddt += 0.5 * (k1 @ dk2_sum)
        dk1 += 0.5 * dt * dk2_sum
        # backprop k1 = lorenz(u, sigma, rho, beta)
        du_lorenz, dsigma_lorenz3, drho_lorenz3, dbeta_lorenz3 = lorenz_backward(
            dk1, lorenz_cache
        )
        du += du_lorenz
        dsigma += dsigma_lorenz3
        drho += drho_lorenz3
        dbeta += dbeta_lorenz3
    # backprop u = u0
    du0 = du
    return du0, dsigma, drho, dbeta, ddt


def adaptive_forward(y0: float, rate: float, end: float, tolerance: float):
    """Decay over a time, in steps as long as the estimated error lets them be (Euler and Heun).

    Forward pass of adaptive: y and the cache (references, not copies).
    """
    t, y = 0.0, y0
    step = 0.1
    steps = []
    while t < end:
        step = min(step, end - t)
        slope = -rate * y
        euler = y + step * slope
        rate_times_euler = rate * euler
        heun_diff = slope - rate_times_euler
        heun = y + 0.5 * step * heun_diff
        error = abs(heun - euler)
        steps.append((y, step, euler, error))
        if error < tolerance:
            t += step
            y = heun
            step *= 1.5
        else:
            step *= 0.5
    cache = (rate, tolerance, steps)
    return y, cache


def adaptive_backward(dy, cache):
    """Backward pass of adaptive: dy0 and drate, from dy."""
    rate, tolerance, steps = cache
    drate = 0.0
    for y, step, euler, error in reversed(steps):
        dheun = 0.0
        if error < tolerance:
            # backprop y = heun
            dheun = dy
            dy = 0.0
        # backprop heun = y + 0.5 * step * heun_diff
        dy = dy + dheun
        dheun_diff = 0.5 * step * dheun
        # backprop heun_diff = slope - rate_times_euler
        dslope = dheun_diff
        drate_times_euler = -dheun_diff
        # backprop rate_times_euler = rate * euler
        drate += euler * drate_times_euler
        deuler = rate * drate_times_euler
        # backprop euler = y + step * slope
        dy += deuler
        dslope += step * deuler
        # backprop slope = -rate * y
        drate -= y * dslope
        dy -= rate * dslope
    # backprop t, y = 0.0, y0
    dy0 = dy
    return dy0, drate


def newton_root_forward(a: float, x0: float, tolerance: float):
    """The cube root of a by Newton's method, which ends early.

    Forward pass of newton_root: x and the cache (references, not copies).
    """
    x = x0
    steps = []
    for _ in range(50):
        num = x**3 - a
        den = 3 * x**2
        change = num / den
        steps.append((x, den, change))
        x = x - change
        if abs(change) < tolerance:
            break
    cache = (steps,)
    return x, cache


def newton_root_backward(dx, cache):
    """Backward pass of newton_root: da, dx0 and dtolerance, from dx."""
    (steps,) = cache
    da = 0.0
    for x, den, change in reversed(steps):
        # backprop x = x - change
        dchange = -dx
        # backprop change = num / den
        dnum = dchange / den
        dden = -change * dnum
        # backprop den = 3 * x**2
        dx = dx + (6 * x) * dden
        # backprop num = x**3 - a
        dx += den * dnum
        da -= dnum
    # backprop x = x0
    dx0 = dx
    dtolerance = 0.0
    return da, dx0, dtolerance


def gravity_step_forward(
    position: "N 3", velocity: "N 3", mass: "N", dt: float, soft: float
):
    """One step of bodies that attract each other: kick, drift.

    Forward pass of gravity_step.

    Gives position (N, 3), velocity (N, 3) and the cache (references, not copies).
    """
    between = position[None, :, :] - position[:, None, :]
    square = np.sum(between**2, axis=-1) + soft**2
    den = square**1.5
    pull = mass[None, :] / den
    sum_in = pull[:, :, None] * between
    acceleration = np.sum(sum_in, axis=1)
    velocity = velocity + dt * acceleration
    position = position + dt * velocity
    cache = (dt, soft, between, square, den, pull, sum_in, acceleration, velocity)
    return position, velocity, cache


def gravity_step_backward(dposition, dvelocity, cache):
    """Backward pass of gravity_step.

    Gives dposition (N, 3), dvelocity (N, 3), dmass (N,), ddt and dsoft, from
    dposition (N, 3) and dvelocity (N, 3).
    """
    dt, soft, between, square, den, pull, sum_in, acceleration, velocity = cache
    # backprop position = position + dt * velocity
    ddt = np.sum(velocity * dposition)
    dvelocity = dvelocity + dt * dposition
    dposition = 1.0 * dposition
    # backprop velocity = velocity + dt * acceleration
    ddt += np.sum(acceleration * dvelocity)
    dacceleration = dt * dvelocity
    # backprop acceleration = np.sum(sum_in, axis=1)
    dsum_in = np.ones_like(sum_in) * np.expand_dims(dacceleration, 1)
    # backprop sum_in = pull[:, :, None] * between
    dpull = np.sum(between * dsum_in, axis=2)
    dbetween = pull[:, :, None] * dsum_in
    # backprop pull = mass[None, :] / den
    dmass = np.sum(dpull / den, axis=0)
    dden = (-pull / den) * dpull
    # backprop den = square**1.5
    dsquare = (1.5 * square**0.5) * dden
    # backprop square = np.sum(between**2, axis=-1) + soft**2
    dbetween += (2 * between) * np.expand_dims(dsquare, -1)
    dsoft = (2 * soft) * np.sum(dsquare)
    # backprop between = position[None, :, :] - position[:, None, :]
    dposition += np.sum(dbetween, axis=0)
    dposition -= np.sum(dbetween, axis=1)
    return dposition, dvelocity, dmass, ddt, dsoft


def cholesky_forward(A: "N N"):
    """The lower triangular L with L @ L.T = A, entry by entry.

    Forward pass of cholesky: L (N, N) and the cache (references, not copies).
    """
    N = len(A)
    L = np.zeros((N, N))
    steps = []
    for i in range(N):
        steps1 = []
        for j in range(i + 1):
            L_i_part = L[i, :j].copy()
            L_j_part = L[j, :j].copy()
            L_i_part_at_L_j_part = L_i_part @ L_j_part
            rest = A[i, j] - L_i_part_at_L_j_part
            sqrt_rest = None
            L_j_j = None
            if i == j:
                sqrt_rest = np.sqrt(rest)
                L[i, i] = sqrt_rest
            else:
                L_j_j = L[j, j]
                L[i, j] = rest / L_j_j
            steps1.append((L_i_part, L_j_part, rest, sqrt_rest, L_j_j))
        steps.append(steps1)
    cache = (A, N, steps)
    return L, cache


def cholesky_backward(dL: "N N", cache):
    """Backward pass of cholesky: dA (N, N), from dL (N, N)."""
    A, N, steps = cache
    dA = np.zeros_like(A, dtype=np.result_type(A, 1.0))
    dL = 1.0 * dL
    for i in reversed(range(N)):
        steps1 = steps[i]
        for j in reversed(range(i + 1)):
            L_i_part, L_j_part, rest, sqrt_rest, L_j_j = steps1[j]
            if i == j:
                # backprop L[i, i] = sqrt_rest
                dL_i_i = dL[i, i]
                dL[i, i] = 0.0
                # backprop sqrt_rest = np.sqrt(rest)
                drest = dL_i_i / (2 * sqrt_rest)
            else:
                # backprop L[i, j] = rest / L_j_j
                drest = dL[i, j] / L_j_j
                dL[i, j] = 0.0
                dL_j_j = (-rest / L_j_j) * drest
                # backprop L_j_j = L[j, j]
                dL[j, j] += dL_j_j
            # backprop rest = A[i, j] - L_i_part_at_L_j_part
            dA[i, j] += drest
            dL_i_part_at_L_j_part = -drest
            # backprop L_i_part_at_L_j_part = L_i_part @ L_j_part
            dL_i_part = L_j_part * dL_i_part_at_L_j_part
            dL_j_part = L_i_part * dL_i_part_at_L_j_part
            # backprop L_j_part = L[j, :j].copy()
            dL[j, :j] += dL_j_part
            # backprop L_i_part = L[i, :j].copy()
            dL[i, :j] += dL_i_part
    return dA


def lu_forward(A: "N N"):
    """L below the diagonal and U on and above it, without pivoting.

    Forward pass of lu: U (N, N) and the cache (references, not copies).
    """
    U = A.copy()
    N = len(A)
    steps = []
    for k in range(N):
        steps1 = []
        for i in range(k + 1, N):
            U_k_k = U[k, k]
            U_i_k_over_U_k_k = U[i, k] / U_k_k
            U[i, k] = U_i_k_over_U_k_k
            U_i_k1 = U[i, k]
            U_k_part = U[k, k + 1 :].copy()
            U[i, k + 1 :] -= U_i_k1 * U_k_part
            steps1.append((U_k_k, U_i_k_over_U_k_k, U_i_k1, U_k_part))
        steps.append(steps1)
    cache = (N, steps)
    return U, cache


def lu_backward(dU: "N N", cache):
    """Backward pass of lu: dA (N, N), from dU (N, N)."""
    N, steps = cache
    dU = 1.0 * dU
    for k in reversed(range(N)):
        steps1 = steps[k]
        for i, (U_k_k, U_i_k_over_U_k_k, U_i_k1, U_k_part) in zip(
            reversed(range(k + 1, N)), reversed(steps1)
        ):
            # backprop U[i, k + 1:] -= U_i_k1 * U_k_part
            dU_i_part = -dU[i, k + 1 :]
            dU_i_k1 = U_k_part @ dU_i_part
            dU_k_part = U_i_k1 * dU_i_part
            # backprop U_k_part = U[k, k + 1:].copy()
            dU[k, k + 1 :] += dU_k_part
            # backprop U_i_k1 = U[i, k]
            dU[i, k] += dU_i_k1
            # backprop U_i_k_over_U_k_k = U[i, k] / U_k_k
            dU_k_k = (-U_i_k_over_U_k_k / U_k_k) * dU[i, k]
            dU[i, k] /= U_k_k
            # backprop U_k_k = U[k, k]
            dU[k, k] += dU_k_k
    # backprop U = A.copy()
    dA = dU
    return dA
