"""Forward and backward passes of examples/notes.py: do not edit.

Made again by `backprop build examples/notes.py`.
"""

import math

import numpy as np  # noqa: F401


def circuit_forward(x, y, z):
    """Forward pass of circuit: f and the cache (references, not copies)."""
    q = x + y  # q becomes 3
    f = q * z  # f becomes -12
    cache = (z, q)
    return f, cache


def circuit_backward(df, cache):
    """Backward pass of circuit: dx, dy and dz, from df."""
    z, q = cache
    # backprop f = q * z
    dq = z * df
    dz = q * df
    # backprop q = x + y
    dx = dq
    dy = dq
    return dx, dy, dz


def neuron_forward(w: "3", x: "2"):
    """Forward pass of neuron: f and the cache (references, not copies)."""
    dot = w[0] * x[0] + w[1] * x[1] + w[2]
    f = 1.0 / (1 + math.exp(-dot))  # sigmoid function
    cache = (w, x, f)
    return f, cache


def neuron_backward(df, cache):
    """Backward pass of neuron: dw and dx, from df."""
    w, x, f = cache
    # backprop f = 1.0 / (1 + math.exp(-dot))
    ddot = ((1 - f) * f) * df
    # backprop dot = w[0] * x[0] + w[1] * x[1] + w[2]
    dw = [x[0] * ddot, x[1] * ddot, ddot]
    dx = [w[0] * ddot, w[1] * ddot]
    return dw, dx


def staged_forward(x, y):
    """Forward pass of staged: f and the cache (references, not copies)."""
    sigy = 1.0 / (1 + math.exp(-y))  # sigmoid in numerator
    num = x + sigy  # numerator
    sigx = 1.0 / (1 + math.exp(-x))  # sigmoid in denominator
    xpy = x + y
    xpysqr = xpy**2
    den = sigx + xpysqr  # denominator
    invden = 1.0 / den
    f = num * invden  # done!
    cache = (sigy, num, sigx, xpy, den, invden)
    return f, cache


def staged_backward(df, cache):
    """Backward pass of staged: dx and dy, from df."""
    sigy, num, sigx, xpy, den, invden = cache
    # backprop f = num * invden
    dnum = invden * df
    dinvden = num * df
    # backprop invden = 1.0 / den
    dden = (-1.0 / (den**2)) * dinvden
    # backprop den = sigx + xpysqr
    dsigx = dden
    dxpysqr = dden
    # backprop xpysqr = xpy**2
    dxpy = (2 * xpy) * dxpysqr
    # backprop xpy = x + y
    dx = dxpy
    dy = dxpy
    # backprop sigx = 1.0 / (1 + math.exp(-x))
    dx += ((1 - sigx) * sigx) * dsigx
    # backprop num = x + sigy
    dx += dnum
    dsigy = dnum
    # backprop sigy = 1.0 / (1 + math.exp(-y))
    dy += ((1 - sigy) * sigy) * dsigy
    return dx, dy


def patterns_forward(x, y, z, w):
    """Forward pass of patterns: f and the cache (references, not copies)."""
    f_sum = x * y + max(z, w)
    f = 2 * f_sum
    cache = (x, y, z, w)
    return f, cache


def patterns_backward(df, cache):
    """Backward pass of patterns: dx, dy, dz and dw, from df."""
    x, y, z, w = cache
    # backprop f = 2 * f_sum
    df_sum = 2 * df
    # backprop f_sum = x * y + max(z, w)
    dx = y * df_sum
    dy = x * df_sum
    dz = (z >= w) * df_sum
    dw = (z < w) * df_sum
    return dx, dy, dz, dw


def matmul_forward(W: "5 10", X: "10 3"):
    """Forward pass of matmul: D (5, 3) and the cache (references, not copies)."""
    D = W.dot(X)
    cache = (W, X)
    return D, cache


def matmul_backward(dD, cache):
    """Backward pass of matmul: dW (5, 10) and dX (10, 3), from dD (5, 3)."""
    W, X = cache
    # backprop D = W.dot(X)
    dW = dD.dot(X.T)
    dX = W.T.dot(dD)
    return dW, dX
