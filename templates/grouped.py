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
