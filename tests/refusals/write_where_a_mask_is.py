# expect: E103 at 8:5 under: np.sqrt(w, out=y, where=w > 0)
import numpy as np


def f(x: "N", w: "N"):
    """What the call does not compute stays as it was."""
    y = np.zeros_like(w)
    np.sqrt(w, out=y, where=w > 0)
    return np.sum(x * y)
