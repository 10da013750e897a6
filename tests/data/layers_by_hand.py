"""The passes of layers.py as a person writes them: what the generated ones are held against."""

import numpy as np


def affine_relu_forward(x, w, b):
    relu_in = x @ w + b
    out = np.maximum(0, relu_in)
    cache = (x, w, out)
    return out, cache


def affine_relu_backward(dout, cache):
    x, w, out = cache
    # backprop out = np.maximum(0, relu_in)
    drelu_in = (out > 0) * dout
    # backprop relu_in = x @ w + b
    dx = drelu_in @ w.T
    dw = x.T @ drelu_in
    db = np.sum(drelu_in, axis=0)
    return dx, dw, db


def batchnorm_forward(x, gamma, beta, eps):
    mu = np.mean(x, axis=0)
    xc = x - mu
    var = np.mean(xc**2, axis=0)
    std = np.sqrt(var + eps)
    xhat = xc / std
    out = gamma * xhat + beta
    cache = (gamma, xc, std, xhat)
    return out, cache


def batchnorm_backward(dout, cache):
    gamma, xc, std, xhat = cache
    N = dout.shape[0]
    # backprop out = gamma * xhat + beta
    dgamma = np.sum(xhat * dout, axis=0)
    dxhat = gamma * dout
    dbeta = np.sum(dout, axis=0)
    # backprop xhat = xc / std
    dxc = dxhat / std
    dstd = -np.sum(xhat * dxhat, axis=0) / std
    # backprop std = np.sqrt(var + eps)
    dvar = dstd / (2 * std)
    # backprop var = np.mean(xc**2, axis=0)
    dxc += (2 * xc) * dvar / N
    # backprop xc = x - mu
    dx = 1 * dxc
    dmu = -np.sum(dxc, axis=0)
    # backprop mu = np.mean(x, axis=0)
    dx += dmu / N
    return dx, dgamma, dbeta


def rnn_forward(x, h, Wx, Wh, b):
    T, N, D = x.shape
    hs = np.zeros((T, N, h.shape[1]))
    h_before = []
    for t in range(T):
        h_before.append(h)
        tanh_in = x[t] @ Wx + h @ Wh + b
        h = np.tanh(tanh_in)
        hs[t] = h
    cache = (x, Wx, Wh, h, h_before)
    return hs, cache


def rnn_backward(dhs, cache):
    x, Wx, Wh, h, h_before = cache
    dx = np.zeros_like(x)
    dWx = np.zeros_like(Wx)
    dWh = np.zeros_like(Wh)
    db = np.zeros(Wh.shape[1])
    dh = np.zeros_like(h)
    for t in reversed(range(len(h_before))):
        # backprop hs[t] = h
        dh += dhs[t]
        # backprop h = np.tanh(tanh_in)
        dtanh_in = (1 - h**2) * dh
        h = h_before[t]
        # backprop tanh_in = x[t] @ Wx + h @ Wh + b
        dx[t] += dtanh_in @ Wx.T
        dWx += x[t].T @ dtanh_in
        dh = dtanh_in @ Wh.T
        dWh += h.T @ dtanh_in
        db += np.sum(dtanh_in, axis=0)
    return dx, dh, dWx, dWh, db


def jacobi_forward(steps, A, B):
    for t in range(steps):
        B[1:-1, 1:-1] = 0.25 * (A[:-2, 1:-1] + A[2:, 1:-1] + A[1:-1, :-2] + A[1:-1, 2:])
        A[1:-1, 1:-1] = 0.25 * (B[:-2, 1:-1] + B[2:, 1:-1] + B[1:-1, :-2] + B[1:-1, 2:])
    cache = (steps,)
    return cache


def jacobi_backward(dA, dB, cache):
    (steps,) = cache
    dA = dA.copy()
    dB = dB.copy()
    for t in reversed(range(steps)):
        # backprop A[1:-1, 1:-1] = 0.25 * (B[:-2, 1:-1] + ...)
        dsum = 0.25 * dA[1:-1, 1:-1]
        dA[1:-1, 1:-1] = 0
        dB[:-2, 1:-1] += dsum
        dB[2:, 1:-1] += dsum
        dB[1:-1, :-2] += dsum
        dB[1:-1, 2:] += dsum
        # backprop B[1:-1, 1:-1] = 0.25 * (A[:-2, 1:-1] + ...)
        dsum = 0.25 * dB[1:-1, 1:-1]
        dB[1:-1, 1:-1] = 0
        dA[:-2, 1:-1] += dsum
        dA[2:, 1:-1] += dsum
        dA[1:-1, :-2] += dsum
        dA[1:-1, 2:] += dsum
    return dA, dB


def newton_sqrt_forward(a, tol):
    x = a
    x_before = []
    while abs(x * x - a) > tol:
        x_before.append(x)
        x = 0.5 * (x + a / x)
    cache = (a, x_before)
    return x, cache


def newton_sqrt_backward(dx, cache):
    a, x_before = cache
    da = 0.0
    for x in reversed(x_before):
        # backprop x = 0.5 * (x + a / x)
        da += 0.5 * dx / x
        dx = 0.5 * dx * (1 - a / x**2)
    # backprop x = a
    da += dx
    dtol = 0.0
    return da, dtol
