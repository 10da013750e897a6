import numpy as np


def both(x: "N", n: int):
    return x * n, n + 1
