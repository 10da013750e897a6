# shapes: (3,)
import numpy as np
from . import layers
from .layers import affine as theirs


def affine(x):
    return layers.affine(x) * 2 + theirs(x)


def f(x: "N"):
    y = affine(x) + layers.affine(x)
    return np.sum(y)


def g(x: "N", layers: "N"):
    return np.sum(x * layers)
