# expect: E103 at 9:5 under: np.multiply(x, a, out=z[i])
# expect: E103 at 15:5 under: np.copyto(z[mask], x)
import numpy as np


# What an array of indices takes is a copy, and nothing would be written into z.
def at_an_index(x: "N", a: float, i: "N int"):
    z = x * a
    np.multiply(x, a, out=z[i])
    return z


def at_a_mask(x: "N", mask: "N bool"):
    z = x * x
    np.copyto(z[mask], x)
    return z
