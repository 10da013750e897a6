"""Forward and backward passes of examples/notes.py: do not edit.

Made again by `backprop build examples/notes.py`.
"""

import math

import numpy as np  # noqa: F401


def circuit_forward(x, y, z):
    """Forward pass of circuit: f and the cache (references, not copies)."""
    q = x + y  # q becomes 3  # (1)
    f = q * z  # f becomes -12  # (2)
    cache = (z, q)
    return f, cache


def circuit_backward(cache):
    """Backward pass of circuit: dx, dy and dz, of the final output."""
    z, q = cache
    # backprop f = q * z
    dq = z  # (2)
    dz = q  # (2)
    # backprop q = x + y
    dx = (1) * dq  # (1)
    dy = (1) * dq  # (1)
    return dx, dy, dz


def neuron_forward(w: "3", x: "2"):
    """Forward pass of neuron: f and the cache (references, not copies)."""
    dot = w[0] * x[0] + w[1] * x[1] + w[2]  # (1)
    f = 1.0 / (1 + math.exp(-dot))  # sigmoid function  # (2)
    cache = (w, x, f)
    return f, cache


def neuron_backward(cache):
    """Backward pass of neuron: dw and dx, of the final output."""
    w, x, f = cache
    # backprop f = 1.0 / (1 + math.exp(-dot))
    ddot = (1 - f) * f  # (2)
    # backprop dot = w[0] * x[0] + w[1] * x[1] + w[2]
    dw = [x[0] * ddot, x[1] * ddot, (1) * ddot]  # (1)
    dx = [w[0] * ddot, w[1] * ddot]  # (1)
    return dw, dx


def staged_forward(x, y):
    """Forward pass of staged: f and the cache (references, not copies)."""
    sigy = 1.0 / (1 + math.exp(-y))  # sigmoid in numerator  # (1)
    num = x + sigy  # numerator  # (2)
    sigx = 1.0 / (1 + math.exp(-x))  # sigmoid in denominator  # (3)
    xpy = x + y  # (4)
    xpysqr = xpy**2  # (5)
    den = sigx + xpysqr  # denominator  # (6)
    invden = 1.0 / den  # (7)
    f = num * invden  # done!  # (8)
    cache = (sigy, num, sigx, xpy, den, invden)
    return f, cache


def staged_backward(cache):
    """Backward pass of staged: dx and dy, of the final output."""
    sigy, num, sigx, xpy, den, invden = cache
    # backprop f = num * invden
    dnum = invden  # (8)
    dinvden = num  # (8)
    # backprop invden = 1.0 / den
    dden = (-1.0 / (den**2)) * dinvden  # (7)
    # backprop den = sigx + xpysqr
    dsigx = (1) * dden  # (6)
    dxpysqr = (1) * dden  # (6)
    # backprop xpysqr = xpy**2
    dxpy = (2 * xpy) * dxpysqr  # (5)
    # backprop xpy = x + y
    dx = (1) * dxpy  # (4)
    dy = (1) * dxpy  # (4)
    # backprop sigx = 1.0 / (1 + math.exp(-x))
    dx += ((1 - sigx) * sigx) * dsigx  # (3)
    # backprop num = x + sigy
    dx += (1) * dnum  # (2)
    dsigy = (1) * dnum  # (2)
    # backprop sigy = 1.0 / (1 + math.exp(-y))
    dy += ((1 - sigy) * sigy) * dsigy  # (1)
    return dx, dy


def patterns_forward(x, y, z, w):
    """Forward pass of patterns: f and the cache (references, not copies)."""
    f_sum = x * y + max(z, w)  # (1)
    f = 2 * f_sum  # (2)
    cache = (x, y, z, w)
    return f, cache


def patterns_backward(df, cache):
    """Backward pass of patterns: dx, dy, dz and dw, from df."""
    x, y, z, w = cache
    # backprop f = 2 * f_sum
    df_sum = 2 * df  # (2)
    # backprop f_sum = x * y + max(z, w)
    dx = y * df_sum  # (1)
    dy = x * df_sum  # (1)
    dz = (z >= w) * df_sum  # (1)
    dw = (z < w) * df_sum  # (1)
    return dx, dy, dz, dw


def matmul_forward(W: "5 10", X: "10 3"):
    """Forward pass of matmul: D (5, 3) and the cache (references, not copies)."""
    D = W.dot(X)  # (1)
    cache = (W, X)
    return D, cache


def matmul_backward(dD, cache):
    """Backward pass of matmul: dW (5, 10) and dX (10, 3), from dD (5, 3)."""
    W, X = cache
    # backprop D = W.dot(X)
    dW = dD.dot(X.T)  # (1)
    dX = W.T.dot(dD)  # (1)
    return dW, dX
