"""Functions of helpers.py once more, for arrays that cannot be written in place (jax.numpy).

Shapes and axes are Python's numbers here, which they stay while jax.jit looks on.
"""

from __future__ import annotations

import jax.numpy as np


def rows_of(x, axis):
    """x with the axes of a reduction (None is all) moved to the end and made one."""
    axes = range(np.ndim(x)) if axis is None else axis
    axes = tuple(axes) if hasattr(axes, "__len__") else (axes,)
    moved = np.moveaxis(x, axes, range(-len(axes), 0))
    size = 1
    for n in moved.shape[np.ndim(x) - len(axes) :]:
        size *= n
    return np.reshape(moved, (*moved.shape[: np.ndim(x) - len(axes)], size))


def from_rows(rows, x, axis):
    """The inverse of rows_of: the shape of x again."""
    axes = range(np.ndim(x)) if axis is None else axis
    axes = tuple(axes) if hasattr(axes, "__len__") else (axes,)
    ends = range(-len(axes), 0)
    return np.moveaxis(
        np.reshape(rows, np.shape(np.moveaxis(x, axes, ends))), ends, axes
    )


def split_dx(dz, x, places, axis):
    """The gradient on x of np.split(x, places, axis): each part, added in its place."""
    rows = np.moveaxis(np.zeros_like(x, dtype=np.result_type(x, 1.0, *dz)), axis, 0)
    for g, first, last in zip(dz, (0, *places), (*places, None)):
        rows = rows.at[first:last].add(np.moveaxis(g, axis, 0))
    return np.moveaxis(rows, 0, axis)


def take_dx(dz, x, indices, axis=None):
    """The gradient on x of np.take(x, indices, axis), added up where one repeats."""
    dx = np.zeros(np.shape(x), np.asarray(dz).dtype)
    if axis is None:
        return np.reshape(np.ravel(dx).at[indices].add(dz), np.shape(x))
    before = (slice(None),) * (axis % np.ndim(x))
    return dx.at[(*before, indices)].add(dz)


def take_along_axis_dx(dz, x, indices, axis):
    """The gradient on x of z = np.take_along_axis(x, indices, axis)."""
    places = list(np.indices(dz.shape, sparse=True))
    places[axis] = indices
    shape = np.shape(x)
    places = [
        i if n > 1 or k == axis % len(shape) else 0
        for k, (i, n) in enumerate(zip(places, shape))
    ]
    return np.zeros(shape, dz.dtype).at[tuple(places)].add(dz)


def diagonal_dx(dz, x, offset=0, axis1=0, axis2=1):
    """The gradient on x of z = np.diagonal(x, offset, axis1, axis2)."""
    dx = np.moveaxis(np.zeros(x.shape, dz.dtype), (axis1, axis2), (-2, -1))
    i = np.arange(dz.shape[-1])
    dx = dx.at[..., i + max(-offset, 0), i + max(offset, 0)].set(dz)
    return np.moveaxis(dx, (-2, -1), (axis1, axis2))


def repeat_dx(dz, x, repeats, axis):
    """The gradient on x of z = np.repeat(x, repeats, axis)."""
    if np.ndim(x) == 0:
        return np.sum(dz)
    places = np.repeat(np.arange(x.shape[axis]), repeats)
    before = (slice(None),) * (axis % x.ndim)
    return np.zeros(x.shape, dz.dtype).at[(*before, places)].add(dz)


def unpad(g, x, width):
    """g without the border that np.pad(x, width) adds."""
    width = width if hasattr(width, "__len__") else (width, width)
    pairs = width if hasattr(width[0], "__len__") else [width]
    pairs = pairs if len(pairs) == x.ndim else list(pairs) * x.ndim
    return g[tuple(slice(p[0], p[0] + n) for p, n in zip(pairs, x.shape))]


def pad_dx(dz, x, width, mode):
    """The gradient on x of np.pad(x, width, mode), for modes that copy entries of x."""
    places = np.pad(np.reshape(np.arange(x.size), x.shape), width, mode)
    return np.reshape(np.zeros(x.size, dz.dtype).at[places].add(dz), x.shape)


def convolve_dx(dz, x, y, mode="full"):
    """The gradient on x of z = np.convolve(x, y, mode)."""
    # "valid" leaves so many out at either end, and "same" half of them
    short = min(len(x), len(y)) - 1
    start = {"full": 0, "same": short // 2, "valid": short}[mode]
    full = np.zeros(len(x) + len(y) - 1, np.result_type(dz, y))
    full = full.at[start : start + len(dz)].set(dz)
    return np.correlate(full, y, "valid")


def einsum_dx(dz, subscripts, k, *operands):
    """The gradient on the k-th operand of z = np.einsum(subscripts, *operands)."""
    inputs, arrow, output = subscripts.replace(" ", "").partition("->")
    if not arrow:
        once = (c for c in sorted(set(inputs)) if c.isalpha() and inputs.count(c) == 1)
        output = "..." * ("..." in inputs) + "".join(once)
    terms = inputs.split(",")
    mine, terms[k] = terms[k], output
    factors = list(operands)
    factors[k] = np.asarray(dz, np.result_type(dz, *operands))
    letters = dict.fromkeys(mine.replace("...", ""))
    kept = "".join(c for c in letters if c in "".join(terms))
    lone = "".join(c for c in letters if c not in kept)
    dots = "..." * ("..." in "".join(terms))
    g = np.einsum(f"{','.join(terms)}->{dots}{kept}", *factors)
    if np.ndim(operands[k]) == 0:
        return unbroadcast(g, operands[k])
    # the shape of what has each letter once, and those that no other term has in front
    once = f"{lone}{'...' * ('...' in mine)}{kept}"
    shape = np.einsum(f"{mine}->{once}", operands[k]).shape
    parts = [np.broadcast_to(unbroadcast(g, np.empty(shape[len(lone) :])), shape)]
    whole, unused = "", [c for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if c not in subscripts]
    for c in mine:
        if c != "." and c in whole:  # a diagonal
            size = shape[lone.index(c) if c in lone else kept.index(c) - len(kept)]
            parts.append(np.eye(size, dtype=g.dtype))
            once += f",{c}{unused[0]}"
            c = unused.pop(0)
        whole += c
    return np.einsum(f"{once}->{whole}", *parts)


def trace_dx(dz, x, offset=0, axis1=0, axis2=1):
    """The gradient on x of z = np.trace(x, offset, axis1, axis2)."""
    shape = np.diagonal(x, offset, axis1, axis2).shape
    spread = np.broadcast_to(np.expand_dims(np.asarray(dz), -1), shape)
    return diagonal_dx(spread, x, offset, axis1, axis2)


def part_of(dz, join, k, *parts):
    """The gradient on the k-th part of z = join(parts)."""
    mine = join(tuple(np.full(np.shape(x), i == k) for i, x in enumerate(parts)))
    places = np.nonzero(mine, size=np.size(parts[k]))
    return np.reshape(dz[places], np.shape(parts[k]))


def part_of_block(dz, columns, k, *blocks):
    """The gradient on block k of np.block, with so many in a row; None is one list."""
    marks = [np.full(np.shape(x), i == k) for i, x in enumerate(blocks)]
    if columns is not None:
        marks = [marks[i : i + columns] for i in range(0, len(marks), columns)]
    places = np.nonzero(np.block(marks), size=np.size(blocks[k]))
    return np.reshape(dz[places], np.shape(blocks[k]))


def insert_dx(dz, x, i, axis=None):
    """The gradient on x of z = np.insert(x, i, v, axis)."""
    size = x.size if axis is None else x.shape[axis]
    old = np.flatnonzero(insert_places(dz, x, i, axis) >= 0, size=size)
    return np.reshape(np.take(dz, old, axis), x.shape)


def solves_for_vectors(a, b):
    """Whether np.linalg.solve(a, b) takes b for a vector."""
    return np.ndim(b) == 1


def interp_dfp(dz, x, xp):
    """The gradient on fp of z = np.interp(x, xp, fp)."""
    i = np.clip(np.searchsorted(xp, x, "right") - 1, 0, len(xp) - 2)
    t = np.clip((x - xp[i]) / (xp[i + 1] - xp[i]), 0, 1)
    return np.zeros(len(xp)).at[i].add((1 - t) * dz).at[i + 1].add(t * dz)


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if np.ndim(x) == 0:
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def in_form_of(x, items):
    """The items as what x is: an array, a list, a tuple, or None."""
    if x is None:
        return items
    return type(x)(items) if isinstance(x, (list, tuple)) else np.array(items)


def added_at(x, g, *path):
    """x with g added to the part that indices lead to, in an array or nested lists."""
    first, *rest = path
    if not isinstance(x, (list, dict)):
        part = added_at(x[first], g, *rest) if rest else x[first] + g
        return x.at[first].set(part) if rest else x.at[first].add(g)
    new = x.copy()
    new[first] = added_at(x[first], g, *rest) if rest else x[first] + g
    return new


def set_at(x, g, *path):
    """x with g in the place that indices lead to, in an array or in a nest of lists."""
    first, *rest = path
    part = set_at(x[first], g, *rest) if rest else g
    if not isinstance(x, (list, dict)):
        return x.at[first].set(part)
    new = x.copy()
    new[first] = part
    return new
