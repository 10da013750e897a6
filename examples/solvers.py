"""Time steppers and solvers, as loops."""

import numpy as np


def lorenz(u: "3", sigma: float, rho: float, beta: float):
    """The velocity of Lorenz's system."""
    x, y, z = u
    return np.array([sigma * (y - x), x * (rho - z) - y, x * y - beta * z])


def rk4(u0: "3", sigma: float, rho: float, beta: float, dt: float, steps: int):
    """Where a point is after some steps of the classical Runge-Kutta method."""
    u = u0
    for _ in range(steps):
        k1 = lorenz(u, sigma, rho, beta)
        k2 = lorenz(u + 0.5 * dt * k1, sigma, rho, beta)
        k3 = lorenz(u + 0.5 * dt * k2, sigma, rho, beta)
        k4 = lorenz(u + dt * k3, sigma, rho, beta)
        u = u + dt / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
    return u


# backprop: wrt y0, rate
def adaptive(y0: float, rate: float, end: float, tolerance: float):
    """Decay over a time, in steps as long as the estimated error lets them be (Euler and Heun)."""
    t, y = 0.0, y0
    step = 0.1
    while t < end:
        step = min(step, end - t)
        slope = -rate * y
        euler = y + step * slope
        heun = y + 0.5 * step * (slope - rate * euler)
        error = abs(heun - euler)
        if error < tolerance:
            t += step
            y = heun
            step *= 1.5
        else:
            step *= 0.5
    return y


def newton_root(a: float, x0: float, tolerance: float):
    """The cube root of a by Newton's method, which ends early."""
    x = x0
    for _ in range(50):
        change = (x**3 - a) / (3 * x**2)
        x = x - change
        if abs(change) < tolerance:
            break
    return x


def gravity_step(position: "N 3", velocity: "N 3", mass: "N", dt: float, soft: float):
    """One step of bodies that attract each other: kick, drift."""
    between = position[None, :, :] - position[:, None, :]
    square = np.sum(between**2, axis=-1) + soft**2
    pull = mass[None, :] / square**1.5
    acceleration = np.sum(pull[:, :, None] * between, axis=1)
    velocity = velocity + dt * acceleration
    position = position + dt * velocity
    return position, velocity


def cholesky(A: "N N"):
    """The lower triangular L with L @ L.T = A, entry by entry."""
    N = len(A)
    L = np.zeros((N, N))
    for i in range(N):
        for j in range(i + 1):
            rest = A[i, j] - L[i, :j] @ L[j, :j]
            if i == j:
                L[i, i] = np.sqrt(rest)
            else:
                L[i, j] = rest / L[j, j]
    return L


def lu(A: "N N"):
    """L below the diagonal and U on and above it, without pivoting."""
    U = A.copy()
    N = len(A)
    for k in range(N):
        for i in range(k + 1, N):
            U[i, k] /= U[k, k]
            U[i, k + 1 :] -= U[i, k] * U[k, k + 1 :]
    return U
