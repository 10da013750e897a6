"""Taking entries by their places, leaving some out, putting some in, and giving them several times."""

from __future__ import annotations

import numpy as np

# By their places.


def take_flat(x, i: "... int") -> same(i):
    """Adds the gradient up where the values came from."""
    z = np.take(x, i)
    dx = take_dx(dz, x, i)


def take_axis(x, i: "... int", axis: int) -> taken(x, i, axis):
    """Adds the gradient up where the values came from."""
    z = np.take(x, i, axis=axis)
    dx = take_dx(dz, x, i, axis)


def take_flat_clip(x, i: "... int") -> same(i):
    """Adds the gradient up where the values came from."""
    z = np.take(x, i, mode="clip")
    dx = take_dx(dz, x, np.clip(i, 0, x.size - 1))


def take_axis_clip(x, i: "... int", axis: int) -> taken(x, i, axis):
    """Adds the gradient up where the values came from."""
    z = np.take(x, i, axis=axis, mode="clip")
    dx = take_dx(dz, x, np.clip(i, 0, x.shape[axis] - 1), axis)


def take_flat_wrap(x, i: "... int") -> same(i):
    """Adds the gradient up where the values came from."""
    z = np.take(x, i, mode="wrap")
    dx = take_dx(dz, x, np.mod(i, x.size))


def take_axis_wrap(x, i: "... int", axis: int) -> taken(x, i, axis):
    """Adds the gradient up where the values came from."""
    z = np.take(x, i, axis=axis, mode="wrap")
    dx = take_dx(dz, x, np.mod(i, x.shape[axis]), axis)


def take_along_last(x, i: "... int") -> taken_along(x, i, -1):
    """Adds the gradient up where the value came from.

    needs: NumPy 2.3
    i: like np.argsort(x, -1)
    """
    z = np.take_along_axis(x, i)
    dx = take_along_axis_dx(dz, x, i, -1)


def take_along_axis(x, i: "... int", axis: int) -> taken_along(x, i, axis):
    """Adds the gradient up where the value came from.

    i: like np.argsort(x, axis)
    """
    z = np.take_along_axis(x, i, axis)
    dx = take_along_axis_dx(dz, x, i, axis)


def item_at(x, i: int) -> float[""]:
    """Puts the gradient where the value came from."""
    z = x.item(i)
    dx = take_dx(dz, x, i)


def item_of_row(x, i: int, j: int) -> float[""]:
    """Puts the gradient where the value came from."""
    z = x.item(i, j)
    dx = put_at(dz, x, (i, j))


# By a mask.


def compress_flat(c: "... bool", x) -> steps():
    """Puts the gradient back where the values came from."""
    z = np.compress(c, x)
    dx = take_dx(dz, x, np.flatnonzero(c))


def compress(c: "... bool", x, axis: int) -> with_any_size(x, axis):
    """Puts the gradient back where the values came from."""
    z = np.compress(c, x, axis=axis)
    dx = take_dx(dz, x, np.flatnonzero(c), axis)


def extract(c: "... bool", x) -> steps():
    """Puts the gradient back where the values came from."""
    z = np.extract(c, x)
    dx = take_dx(dz, x, np.flatnonzero(c))


# Leaving some out.


def delete_of_vector(x: "N", i: int) -> differences(x, 1, 0):
    """Puts a zero where the entry was."""
    z = np.delete(x, i)
    dx = np.insert(dz, from_start(i), 0)
    dx = delete_dx(dz, x, i)


def delete_flat(x, i: object) -> steps():
    """Leaves the gradient zero where entries were left out.

    i: one of 1, -1, [0, 2], slice(1, None, 2), np.array([], int)
    """
    z = np.delete(x, i)
    dx = delete_dx(dz, x, i)


def delete_one(x, i: int, axis: int) -> differences(x, 1, axis):
    """Puts zeros where the entries were."""
    z = np.delete(x, i, axis=axis)
    dx = np.insert(dz, from_start(i), 0, axis=axis)
    dx = delete_dx(dz, x, i, axis)


def delete(x, i: object, axis: int) -> with_any_size(x, axis):
    """Leaves the gradient zero where entries were left out.

    i: one of 1, -1, [0, 2], slice(1, None, 2), np.array([], int)
    """
    z = np.delete(x, i, axis=axis)
    dx = delete_dx(dz, x, i, axis)


# Putting some in.


def insert_number(x: "N", i: int, v: float) -> differences(x, -1, 0):
    """Takes the new entry out of the gradient, which is that of the number."""
    z = np.insert(x, i, v)
    dx = np.delete(dz, from_start(i))
    dx = insert_dx(dz, x, i)
    dv = dz[from_start(i)]
    dv = insert_dv(dz, x, i, v)


def insert_flat(x, i: object, v) -> steps():
    """Takes the new entries out of the gradient, and gives them theirs.

    i: one of 1, -1, [0, 2], [2, 0, 1], [1, 1], slice(1, None, 2)
    """
    z = np.insert(x, i, v)
    dx = insert_dx(dz, x, i)
    dv = insert_dv(dz, x, i, v)


def insert(x, i: object, v, axis: int) -> with_any_size(x, axis):
    """Takes the new entries out of the gradient, and gives them theirs.

    i: one of 1, -1, [0, 2], [2, 0], [1, 1], slice(1, None, 2)
    """
    z = np.insert(x, i, v, axis=axis)
    dx = insert_dx(dz, x, i, axis)
    dv = insert_dv(dz, x, i, v, axis)


# Several times.


def repeat_vector(x: "N", n: int) -> repeated(x, n, 0):
    """Adds up the gradients on all copies."""
    z = np.repeat(x, n)
    dx = np.sum(np.reshape(dz, (x.size, n)), axis=1)


def repeat(x, n: int) -> repeated_flat(x, n):
    """Adds up the gradients on all copies."""
    z = np.repeat(x, n)
    dx = np.reshape(repeat_dx(dz, np.ravel(x), n, 0), np.shape(x))


def repeat_axis(x, n: int, axis: int) -> repeated(x, n, axis):
    """Adds up the gradients on all copies."""
    z = np.repeat(x, n, axis=axis)
    dx = repeat_dx(dz, x, n, axis)


def repeat_counts_vector(x: "N", n: "... int") -> steps():
    """Adds up the gradients on all copies."""
    z = np.repeat(x, n)
    dx = repeat_dx(dz, x, n, 0)


def repeat_counts(x, n: "... int") -> steps():
    """Adds up the gradients on all copies."""
    z = np.repeat(x, n)
    dx = np.reshape(repeat_dx(dz, np.ravel(x), n, 0), np.shape(x))


def repeat_counts_axis(x, n: "... int", axis: int) -> with_any_size(x, axis):
    """Adds up the gradients on all copies."""
    z = np.repeat(x, n, axis=axis)
    dx = repeat_dx(dz, x, n, axis)


def resize(x, shape: int | tuple) -> filled(shape):
    """Adds up the gradients on all copies.

    domain: np.size(x) > 0, 0 <= np.min(shape)
    """
    z = np.resize(x, shape)
    dx = take_dx(dz, x, np.resize(np.arange(x.size), shape))


def tile_vector(x: "N", n: int) -> repeated(x, n, 0):
    """Adds up the gradients on all copies.

    domain: n > 0
    """
    z = np.tile(x, n)
    dx = np.sum(np.reshape(dz, (n, x.size)), axis=0)


def tile(x, reps: int | tuple) -> tiled(x, reps):
    """Adds up the gradients on all copies.

    domain: 0 <= np.min(reps)
    """
    z = np.tile(x, reps)
    dx = tile_dx(dz, x, reps)
