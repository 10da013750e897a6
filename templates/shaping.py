"""What moves values and leaves them as they are: the gradient is moved back."""

from __future__ import annotations

import numpy as np


def attribute_t(x) -> transposed(x):
    """Transposes the gradient back.

    view: x
    """
    z = x.T
    dx = dz.T


def transpose(x) -> transposed(x):
    """Transposes the gradient back.

    view: x
    """
    z = np.transpose(x)
    dx = np.transpose(dz)


def swapaxes(x, i: int, j: int) -> swapped(x, i, j):
    """Swaps the gradient's axes back.

    view: x
    """
    z = np.swapaxes(x, i, j)
    dx = np.swapaxes(dz, i, j)


def reshape(x, shape: int | tuple) -> reshaped(x, shape):
    """Gives the gradient its old shape back.

    view: x
    """
    z = np.reshape(x, shape)
    dx = np.reshape(dz, x.shape)


def ravel(x) -> flattened(x):
    """Gives the gradient its old shape back.

    view: x
    """
    z = np.ravel(x)
    dx = np.reshape(dz, x.shape)


def flatten(x) -> flattened(x):
    """Gives the gradient its old shape back."""
    z = x.flatten()
    dx = np.reshape(dz, x.shape)


def expand_dims(x, axis: int | tuple) -> expanded(x, axis):
    """Takes the new axis away from the gradient.

    view: x
    """
    z = np.expand_dims(x, axis)
    dx = np.squeeze(dz, axis)


def squeeze(x) -> squeezed(x):
    """Gives the gradient its old shape back.

    view: x
    """
    z = np.squeeze(x)
    dx = np.reshape(dz, x.shape)


def squeeze_axis(x, axis: int | tuple) -> squeezed(x, axis):
    """Puts the axis back.

    view: x
    """
    z = np.squeeze(x, axis)
    dx = np.expand_dims(dz, axis)


def broadcast_to(x, shape: tuple) -> filled(shape):
    """Sums the gradient over what was broadcast (which the generator does).

    view: x
    """
    z = np.broadcast_to(x, shape)
    dx = dz
