"""How the helpers differentiate, so that the output can be differentiated again."""

from __future__ import annotations

import numpy as np


def unbroadcast_gate(g, x) -> same(x):
    """Spreads the gradient where it summed, and sums it where it spread.

    view: g
    """
    z = unbroadcast(g, x)
    dg = unbroadcast(dz, g)


def matmul_dx_gate(g, x, y) -> same(x):
    """It is linear in g and y, and its transpose is the product itself.

    g: like x @ y
    """
    z = matmul_dx(g, x, y)
    dg = dz @ y
    dy = matmul_dy(g, dz, y)


def matmul_dy_gate(g, x, y) -> same(y):
    """It is linear in g and x, and its transpose is the product itself.

    g: like x @ y
    """
    z = matmul_dy(g, x, y)
    dg = x @ dz
    dx = matmul_dx(g, x, dz)


def dot_dx_gate(g, x, y) -> same(x):
    """It is linear in g and y, and its transpose is the product itself.

    g: like np.dot(x, y)
    """
    z = dot_dx(g, x, y)
    dg = np.dot(dz, y)
    dy = dot_dy(g, dz, y)


def dot_dy_gate(g, x, y) -> same(y):
    """It is linear in g and x, and its transpose is the product itself.

    g: like np.dot(x, y)
    """
    z = dot_dy(g, x, y)
    dg = np.dot(x, dz)
    dx = dot_dx(g, x, dz)


def is_first_max_all_gate(x) -> bool[same(x)]:
    """Blocks the gradient: its output is a step function."""
    z = is_first_max(x)


def is_first_max_gate(x, axis: object) -> bool[same(x)]:
    """Blocks the gradient: its output is a step function."""
    z = is_first_max(x, axis)
