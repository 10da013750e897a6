"""Several operations that people write as one: a gate may be as large as an expression."""

from __future__ import annotations

import numpy as np


def sigmoid(x):
    """The whole expression is one gate: its local gradient is (1 - y) * y."""
    y = 1.0 / (1 + np.exp(-x))
    dx = ((1 - y) * y) * dy


def sigmoid_of_ratio(x):
    """The whole expression is one gate: its local gradient is (1 - y) * y."""
    y = np.exp(x) / (1 + np.exp(x))
    dx = ((1 - y) * y) * dy


def softplus(x):
    """Scales the gradient by the sigmoid of the input, which is 1 - exp(-output)."""
    z = np.log(1 + np.exp(x))
    dx = (-np.expm1(-z)) * dz


def softplus_log1p(x):
    """Scales the gradient by the sigmoid of the input, which is 1 - exp(-output)."""
    z = np.log1p(np.exp(x))
    dx = (-np.expm1(-z)) * dz


def masked_by_sign(x):
    """Lets the gradient pass where the input is positive."""
    z = x * (x > 0)
    dx = (x > 0) * dz


def logsumexp_all(x) -> reduced(x):
    """Shares the gradient out by the softmax of the input."""
    z = np.log(np.sum(np.exp(x)))
    dx = np.exp(x - z) * dz


def logsumexp_axis(x, axis: int | tuple) -> reduced(x, axis):
    """Shares the gradient out by the softmax of the input."""
    z = np.log(np.sum(np.exp(x), axis=axis))
    dx = np.exp(x - np.expand_dims(z, axis)) * np.expand_dims(dz, axis)


def logsumexp_keep(x, axis: object) -> reduced(x, axis, True):
    """Shares the gradient out by the softmax of the input."""
    z = np.log(np.sum(np.exp(x), axis=axis, keepdims=True))
    dx = np.exp(x - z) * dz


def logsumexp_shifted(x: "N", m: float) -> "":
    """Shares the gradient out by the softmax of the input; what is subtracted first changes nothing."""
    z = m + np.log(np.sum(np.exp(x - m)))
    dx = np.exp(x - z) * dz
    dm = 0


def logsumexp_shifted_rows(x: "N M", m: "N 1") -> "N 1":
    """Shares the gradient out by the softmax of the input; what is subtracted first changes nothing."""
    z = m + np.log(np.sum(np.exp(x - m), axis=1, keepdims=True))
    dx = np.exp(x - z) * dz
    dm = 0


def logsumexp_shifted_last(x: "... N M", m: "... N 1") -> against(m, x):
    """Shares the gradient out by the softmax of the input; what is subtracted first changes nothing."""
    z = m + np.log(np.sum(np.exp(x - m), axis=-1, keepdims=True))
    dx = np.exp(x - z) * dz
    dm = 0


def softmax_all(x) -> same(x):
    """Takes the gradient's mean, weighted by the output, away from it, and scales it by the output."""
    z = np.exp(x) / np.sum(np.exp(x))
    dx = z * (dz - np.sum(z * dz))


def softmax_keep(x, axis: object) -> same(x):
    """Takes the gradient's mean, weighted by the output, away from it, and scales it by the output."""
    z = np.exp(x) / np.sum(np.exp(x), axis=axis, keepdims=True)
    dx = z * (dz - np.sum(z * dz, axis=axis, keepdims=True))


def stable_softmax_all(x) -> same(x):
    """Takes the gradient's mean, weighted by the output, away from it, and scales it by the output."""
    z = np.exp(x - np.max(x)) / np.sum(np.exp(x - np.max(x)))
    dx = z * (dz - np.sum(z * dz))


def stable_softmax_keep(x, axis: object) -> same(x):
    """Takes the gradient's mean, weighted by the output, away from it, and scales it by the output."""
    z = np.exp(x - np.max(x, axis=axis, keepdims=True)) / np.sum(
        np.exp(x - np.max(x, axis=axis, keepdims=True)), axis=axis, keepdims=True
    )
    dx = z * (dz - np.sum(z * dz, axis=axis, keepdims=True))


def log_softmax_all(x) -> same(x):
    """Takes the gradient's sum, shared out by the exponential of the output, away from it."""
    z = x - np.log(np.sum(np.exp(x)))
    dx = dz - np.exp(z) * np.sum(dz)


def log_softmax_keep(x, axis: object) -> same(x):
    """Takes the gradient's sum, shared out by the exponential of the output, away from it."""
    z = x - np.log(np.sum(np.exp(x), axis=axis, keepdims=True))
    dx = dz - np.exp(z) * np.sum(dz, axis=axis, keepdims=True)


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
