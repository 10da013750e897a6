"""Distances between the rows of two arrays, of scipy.spatial.distance."""

from __future__ import annotations

import numpy as np
import scipy.spatial.distance


def cdist(x: "N D", y: "M D") -> "N M":
    """Pulls the rows of either input along the lines to the other's; equal rows are left where they are."""
    z = scipy.spatial.distance.cdist(x, y)
    dx = cdist_dx(dz, z, x, y)
    dy = cdist_dx(dz.T, z.T, y, x)


def cdist_squared(x: "N D", y: "M D") -> "N M":
    """Pulls the rows of either input to the other's, by twice how far they are."""
    z = scipy.spatial.distance.cdist(x, y, metric="sqeuclidean")
    dx = 2 * (np.sum(dz, axis=1)[:, None] * x - dz @ y)
    dy = 2 * (np.sum(dz, axis=0)[:, None] * y - dz.T @ x)
