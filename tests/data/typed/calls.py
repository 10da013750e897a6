"""Functions that pass mypy --strict, and call those of another module of the build."""

from numbers_and_arrays import affine, loss, two

import numpy as np
import numpy.typing as npt


def energy(x: npt.NDArray[np.float64], w: npt.NDArray[np.float64], b: npt.NDArray[np.float64]) -> float:
    return float(np.sum(affine(x, w, b) ** 2))


def both(x: float, y: float) -> float:
    p, s = two(x, y)
    return p * s


def fitted(w: npt.NDArray[np.float64], x: npt.NDArray[np.float64], y: npt.NDArray[np.float64], k: float) -> float:
    return k * loss(w, x, y)
