"""The net."""

import numpy as np

from .layers import affine


def loss(x: "N D", w: "D M", b: "M"):
    h = affine(x, w, b)
    s = h / (1 + np.abs(h))
    return np.mean(s * s)
