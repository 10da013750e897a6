# expect: E201 at 4:12 under: np.pad(x, 1, "empty")
import numpy as np
def f(x: "N"):
    return np.pad(x, 1, "empty")
