# expect: E307 at 8:5 under: ys[0] += ys[1]

import numpy as np

def f(xs: list[np.ndarray], a: float):
    ys = [x * a for x in xs]
    both = ys + xs
    ys[0] += ys[1]
    return both[0] * ys[0]
