"""Several operations that people write as one: a gate may be as large as an expression.

holomorphic: product_with_transposed
"""

from __future__ import annotations

import numpy as np


def sigmoid(x):
    """The whole expression is one gate: its local gradient is (1 - y) * y."""
    e = np.exp(-x)
    y = 1.0 / (1 + e)
    dx = ((1 - y) * y) * dy


def sigmoid_of_ratio(x):
    """The whole expression is one gate: its local gradient is (1 - y) * y."""
    e = np.exp(x)
    y = e / (1 + e)
    dx = ((1 - y) * y) * dy


def sigmoid_by_sign(x):
    """The whole expression is one gate: its local gradient is (1 - y) * y."""
    p = 1 / (1 + np.exp(-x))
    q = np.exp(x) / (1 + np.exp(x))
    y = np.where(x >= 0, p, q)
    y = np.where(x > 0, p, q)
    y = np.where(x < 0, q, p)
    dx = ((1 - y) * y) * dy


def softplus(x):
    """Scales the gradient by the sigmoid of the input, which is 1 - exp(-output)."""
    e = np.exp(x)
    z = np.log(1 + e)
    z = np.log1p(e)
    dx = (-np.expm1(-z)) * dz


def softplus_of_either_sign(x):
    """Scales the gradient by the sigmoid of the input, which is 1 - exp(-output)."""
    r = np.maximum(x, 0)
    r = np.maximum(0, x)
    e = np.exp(-np.abs(x))
    z = r + np.log1p(e)
    z = r + np.log(1 + e)
    dx = (-np.expm1(-z)) * dz


def masked_by_sign(x):
    """Lets the gradient pass where the input is positive."""
    z = x * (x > 0)
    dx = (x > 0) * dz


def leaky_relu(x, a):
    """Scales the gradient by the slope where the input is not positive."""
    z = np.where(x > 0, x, a * x)
    dx = np.where(x > 0, dz, a * dz)
    da = np.where(x > 0, 0, x * dz)


def elu(x):
    """Scales the gradient by the exponential where the input is not positive."""
    z = np.where(x > 0, x, np.exp(x) - 1)
    z = np.where(x > 0, x, np.expm1(x))
    dx = np.where(x > 0, dz, (z + 1) * dz)


def elu_scaled(x, a):
    """Scales the gradient by the scaled exponential where the input is not positive."""
    z = np.where(x > 0, x, a * (np.exp(x) - 1))
    z = np.where(x > 0, x, a * np.expm1(x))
    dx = np.where(x > 0, dz, (z + a) * dz)
    da = np.expm1(np.minimum(x, 0)) * dz


def logsumexp__all(x) -> reduced(x):
    """Shares the gradient out by the softmax of the input."""
    m = np.max(x)
    z = m + np.log(np.sum(np.exp(x - m)))
    z = np.log(np.sum(np.exp(x)))
    dx = np.exp(x - z) * dz


def logsumexp__axis(x, axis: int | tuple) -> reduced(x, axis):
    """Shares the gradient out by the softmax of the input."""
    m = np.max(x, axis=axis, keepdims=True)
    e = np.exp(x - m)
    z = np.max(x, axis=axis) + np.log(np.sum(e, axis=axis))
    z = np.squeeze(m, axis=axis) + np.log(np.sum(e, axis=axis))
    z = np.log(np.sum(np.exp(x), axis=axis))
    dx = np.exp(x - np.expand_dims(z, axis)) * np.expand_dims(dz, axis)


def logsumexp__keep(x, axis: object) -> reduced(x, axis, True):
    """Shares the gradient out by the softmax of the input."""
    m = np.max(x, axis=axis, keepdims=True)
    z = m + np.log(np.sum(np.exp(x - m), axis=axis, keepdims=True))
    z = np.log(np.sum(np.exp(x), axis=axis, keepdims=True))
    dx = np.exp(x - z) * dz


def logsumexp__rows(x) -> reduced(x, 1):
    """Shares the gradient out by the softmax of the input."""
    m = np.max(x, axis=1)
    z = m + np.log(np.sum(np.exp(x - m[:, None]), axis=1))
    dx = np.exp(x - z[:, None]) * dz[:, None]


def logsumexp__last(x) -> reduced_array(x, -1):
    """Shares the gradient out by the softmax of the input."""
    m = np.max(x, axis=-1)
    z = m + np.log(np.sum(np.exp(x - m[..., None]), axis=-1))
    dx = np.exp(x - np.expand_dims(z, -1)) * np.expand_dims(dz, -1)


def logsumexp__expanded(x, axis: int | tuple) -> reduced_array(x, axis):
    """Shares the gradient out by the softmax of the input."""
    m = np.max(x, axis=axis)
    z = m + np.log(np.sum(np.exp(x - np.expand_dims(m, axis)), axis=axis))
    dx = np.exp(x - np.expand_dims(z, axis)) * np.expand_dims(dz, axis)


def logsumexp__reshaped(x: "N M") -> "N":
    """Shares the gradient out by the softmax of the input."""
    m = np.max(x, axis=1)
    z = m + np.log(np.sum(np.exp(x - np.reshape(m, (-1, 1))), axis=1))
    dx = np.exp(x - z[:, None]) * dz[:, None]


def logsumexp__shifted(x: "N", m: float) -> "":
    """Shares the gradient out by the softmax of the input; what is subtracted first changes nothing."""
    e = np.exp(x - m)
    z = m + np.log(np.sum(e))
    dx = np.exp(x - z) * dz
    dm = 0


def logsumexp__shifted_rows(x: "N M", m: "N 1") -> "N 1":
    """Shares the gradient out by the softmax of the input; what is subtracted first changes nothing."""
    e = np.exp(x - m)
    z = m + np.log(np.sum(e, axis=1, keepdims=True))
    dx = np.exp(x - z) * dz
    dm = 0


def logsumexp__shifted_last(x: "... N M", m: "... N 1") -> against(m, x):
    """Shares the gradient out by the softmax of the input; what is subtracted first changes nothing."""
    e = np.exp(x - m)
    z = m + np.log(np.sum(e, axis=-1, keepdims=True))
    dx = np.exp(x - z) * dz
    dm = 0


def softmax__all(x) -> same(x):
    """Takes the gradient's mean, weighted by the output, away from it, and scales it by the output."""
    e = np.exp(x - np.max(x))
    e = np.exp(x)
    z = e / np.sum(e)
    dx = z * (dz - np.sum(z * dz))


def softmax__keep(x, axis: object) -> same(x):
    """Takes the gradient's mean, weighted by the output, away from it, and scales it by the output."""
    e = np.exp(x - np.max(x, axis=axis, keepdims=True))
    e = np.exp(x - np.max(x))
    e = np.exp(x)
    z = e / np.sum(e, axis=axis, keepdims=True)
    dx = z * (dz - np.sum(z * dz, axis=axis, keepdims=True))


def softmax__columns(x) -> same(x):
    """Takes the gradient's mean, weighted by the output, away from it, and scales it by the output."""
    e = np.exp(x - np.max(x, axis=0))
    e = np.exp(x - np.max(x, axis=0, keepdims=True))
    e = np.exp(x - np.max(x))
    e = np.exp(x)
    z = e / np.sum(e, axis=0)
    dx = z * (dz - np.sum(z * dz, axis=0))


def softmax__rows(x) -> same(x):
    """Takes the gradient's mean, weighted by the output, away from it, and scales it by the output."""
    m = np.max(x, axis=1, keepdims=True)
    m = np.max(x, axis=1)[:, None]
    m = np.max(x)
    e = np.exp(x - m)
    e = np.exp(x)
    z = e / np.sum(e, axis=1)[:, None]
    z = e / np.sum(e, axis=1, keepdims=True)
    dx = z * (dz - np.sum(z * dz, axis=1, keepdims=True))


def softmax__last(x) -> along(x, -1):
    """Takes the gradient's mean, weighted by the output, away from it, and scales it by the output."""
    m = np.max(x, axis=-1, keepdims=True)
    m = np.max(x, axis=-1)[..., None]
    m = np.max(x)
    e = np.exp(x - m)
    e = np.exp(x)
    z = e / np.sum(e, axis=-1)[..., None]
    z = e / np.sum(e, axis=-1, keepdims=True)
    dx = z * (dz - np.sum(z * dz, axis=-1, keepdims=True))


def softmax__expanded(x, axis: int | tuple) -> along(x, axis):
    """Takes the gradient's mean, weighted by the output, away from it, and scales it by the output."""
    m = np.max(x, axis=axis, keepdims=True)
    m = np.expand_dims(np.max(x, axis=axis), axis)
    m = np.max(x)
    e = np.exp(x - m)
    e = np.exp(x)
    z = e / np.expand_dims(np.sum(e, axis=axis), axis)
    z = e / np.sum(e, axis=axis, keepdims=True)
    dx = z * (dz - np.sum(z * dz, axis=axis, keepdims=True))


def softmax__reshaped(x: "N M") -> "N M":
    """Takes the gradient's mean, weighted by the output, away from it, and scales it by the output."""
    m = np.max(x, axis=1, keepdims=True)
    m = np.reshape(np.max(x, axis=1), (-1, 1))
    m = np.max(x)
    e = np.exp(x - m)
    e = np.exp(x)
    z = e / np.reshape(np.sum(e, axis=1), (-1, 1))
    z = e / np.sum(e, axis=1, keepdims=True)
    z = (e.T / np.sum(e, axis=1)).T
    dx = z * (dz - np.sum(z * dz, axis=1, keepdims=True))


def log_softmax__all(x) -> same(x):
    """Takes the gradient's sum, shared out by the exponential of the output, away from it."""
    m = np.max(x)
    c = x - m
    z = c - np.log(np.sum(np.exp(c)))
    z = x - (m + np.log(np.sum(np.exp(c))))
    z = x - np.log(np.sum(np.exp(x)))
    dx = dz - np.exp(z) * np.sum(dz)


def log_softmax__keep(x, axis: object) -> same(x):
    """Takes the gradient's sum, shared out by the exponential of the output, away from it."""
    m = np.max(x, axis=axis, keepdims=True)
    m = np.max(x)
    c = x - m
    z = c - np.log(np.sum(np.exp(c), axis=axis, keepdims=True))
    z = x - (m + np.log(np.sum(np.exp(c), axis=axis, keepdims=True)))
    z = x - np.log(np.sum(np.exp(x), axis=axis, keepdims=True))
    dx = dz - np.exp(z) * np.sum(dz, axis=axis, keepdims=True)


def log_softmax__rows(x) -> same(x):
    """Takes the gradient's sum, shared out by the exponential of the output, away from it."""
    m = np.max(x, axis=1, keepdims=True)
    m = np.max(x, axis=1)[:, None]
    c = x - m
    z = c - np.log(np.sum(np.exp(c), axis=1, keepdims=True))
    z = c - np.log(np.sum(np.exp(c), axis=1))[:, None]
    z = c - np.log(np.sum(np.exp(c), axis=1)[:, None])
    dx = dz - np.exp(z) * np.sum(dz, axis=1, keepdims=True)


def log_softmax__reshaped(x: "N M") -> "N M":
    """Takes the gradient's sum, shared out by the exponential of the output, away from it."""
    m = np.max(x, axis=1, keepdims=True)
    m = np.reshape(np.max(x, axis=1), (-1, 1))
    c = x - m
    z = c - np.log(np.sum(np.exp(c), axis=1, keepdims=True))
    z = c - np.reshape(np.log(np.sum(np.exp(c), axis=1)), (-1, 1))
    z = c - np.log(np.reshape(np.sum(np.exp(c), axis=1), (-1, 1)))
    dx = dz - np.exp(z) * np.sum(dz, axis=1, keepdims=True)


def log_of_softmax__all(x) -> same(x):
    """Takes the gradient's sum, shared out by the probabilities, away from it."""
    e = np.exp(x - np.max(x))
    e = np.exp(x)
    p = e / np.sum(e)
    z = np.log(p)
    dx = dz - p * np.sum(dz)


def log_of_softmax__keep(x, axis: object) -> same(x):
    """Takes the gradient's sum, shared out by the probabilities, away from it."""
    e = np.exp(x - np.max(x, axis=axis, keepdims=True))
    e = np.exp(x - np.max(x))
    e = np.exp(x)
    p = e / np.sum(e, axis=axis, keepdims=True)
    z = np.log(p)
    dx = dz - p * np.sum(dz, axis=axis, keepdims=True)


def relu(x):
    """Lets the gradient pass where the output is positive."""
    z = np.maximum(0, x)
    dx = (z > 0) * dz


def relu_swapped(x):
    """Lets the gradient pass where the output is positive."""
    z = np.maximum(x, 0)
    dx = (z > 0) * dz


def product_with_transposed(x: "N K", y: "M K") -> "N M":
    """Gives each matrix the gradient times the other one."""
    z = x @ y.T
    dx = dz @ y
    dy = dz.T @ x
