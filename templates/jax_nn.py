"""What jax.nn has beside NumPy's functions: the activations of neural networks."""

from __future__ import annotations

import jax
import numpy as np


def jax_relu(x):
    """Lets the gradient pass where the input is positive."""
    z = jax.nn.relu(x)
    dx = (z > 0) * dz


def jax_relu6(x):
    """Lets the gradient pass where the input is between 0 and 6.

    domain: x != 6
    """
    z = jax.nn.relu6(x)
    dx = ((z > 0) & (z < 6)) * dz


def jax_leaky_relu(x, slope: float):
    """Lets the gradient pass where the input is positive, and scales it by the slope elsewhere."""
    z = jax.nn.leaky_relu(x, slope)
    dx = np.where(x >= 0, dz, slope * dz)
    dslope = np.where(x >= 0, 0, x) * dz


def jax_leaky_relu_by_default(x):
    """Lets the gradient pass where the input is positive, and scales it by 0.01 elsewhere."""
    z = jax.nn.leaky_relu(x)
    dx = np.where(x >= 0, dz, 0.01 * dz)


def jax_elu(x):
    """Lets the gradient pass where the input is positive, and scales it by the output plus one elsewhere."""
    z = jax.nn.elu(x)
    dx = np.where(x > 0, 1, z + 1) * dz


def jax_elu_to_bound(x, a: float):
    """Lets the gradient pass where the input is positive, and scales it by the output plus a elsewhere."""
    z = jax.nn.elu(x, a)
    dx = np.where(x > 0, 1, z + a) * dz
    da = np.where(x > 0, 0, np.expm1(x)) * dz


def jax_log_sigmoid(x):
    """Scales the gradient by one minus the sigmoid of the input."""
    z = jax.nn.log_sigmoid(x)
    dx = jax.nn.sigmoid(-x) * dz


def jax_softplus(x):
    """Scales the gradient by the sigmoid of the input."""
    z = jax.nn.softplus(x)
    dx = jax.nn.sigmoid(x) * dz


def jax_silu(x):
    """Scales the gradient by the sigmoid, and by the slope of the sigmoid times the input."""
    z = jax.nn.silu(x)
    dx = (z + jax.nn.sigmoid(x) * (1 - z)) * dz


def jax_gelu(x):
    """Scales the gradient by the slope of the approximation by a tanh."""
    z = jax.nn.gelu(x)
    dx = gelu_slope(x) * dz


def jax_softmax(x) -> along(x, -1):
    """Scales the gradient by the output, and takes away what all of the row have in common."""
    z = jax.nn.softmax(x)
    dx = (dz - np.sum(z * dz, axis=-1, keepdims=True)) * z


def jax_softmax_axis(x, axis: int | tuple) -> along(x, axis):
    """Scales the gradient by the output, and takes away what all along the axis have in common."""
    z = jax.nn.softmax(x, axis=axis)
    dx = (dz - np.sum(z * dz, axis=axis, keepdims=True)) * z


def jax_log_softmax(x) -> along(x, -1):
    """Takes from the gradient the sum over the row, in proportion to the probabilities."""
    z = jax.nn.log_softmax(x)
    dx = dz - np.exp(z) * np.sum(dz, axis=-1, keepdims=True)


def jax_log_softmax_axis(x, axis: int | tuple) -> along(x, axis):
    """Takes from the gradient the sum along the axis, in proportion to the probabilities."""
    z = jax.nn.log_softmax(x, axis=axis)
    dx = dz - np.exp(z) * np.sum(dz, axis=axis, keepdims=True)


def jax_gelu_exact(x):
    """Scales the gradient by the normal distribution, and by its density times the input."""
    z = jax.nn.gelu(x, approximate=False)
    dx = (jax.scipy.special.ndtr(x) + 0.3989422804014327 * x * np.exp(-(x**2) / 2)) * dz
