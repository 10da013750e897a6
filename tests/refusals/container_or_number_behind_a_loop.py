# expect: E203 at 7:5 under: for k in range(n):
import numpy as np


def f(z: "3", n: int):
    y = {"p": z[0], "q": z[1]}
    for k in range(n):
        y = z[2]
    return y
