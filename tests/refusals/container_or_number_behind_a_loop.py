# expect: E203 at 7:5 under: for k in range(2):
import numpy as np


def f(z: "3"):
    y = {"p": z[0], "q": z[1]}
    for k in range(2):
        y = z[2]
    return y
