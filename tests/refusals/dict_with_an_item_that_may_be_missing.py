# expect: E103 at 9:9 under: d["a"] = x * i
# expect: E103 at 11:13 under: d["b"] = x
import numpy as np


def f(x: "N", n: int):
    d = {}
    for i in range(n):
        d["a"] = x * i
        if i == 1:
            d["b"] = x
            break
    return d
