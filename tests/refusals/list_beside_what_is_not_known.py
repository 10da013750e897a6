# expect: E203 at 6:10 under: list(range(n)) + [t]
import numpy as np


def f(w: np.ndarray, t: float, n: int):
    zs = list(range(n)) + [t]
    return zs[-1] * w
