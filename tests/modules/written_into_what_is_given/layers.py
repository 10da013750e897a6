import numpy as np


def make(x: "N"):
    y = x * 2
    return y
