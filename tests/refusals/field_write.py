# expect: E103 at 14:5 under: m.w
# expect: E103 at 19:5 under: p.w
from dataclasses import dataclass

import numpy as np


@dataclass
class P:
    w: "N"


def f(m: P, x: "N"):
    m.w = x
    return np.sum(m.w)


def g(p: P, x: "N"):
    p.w += x
    return np.sum(p.w * x)
