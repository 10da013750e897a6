# expect: E201 at 26:12 under: p.act(x)
# expect: E205 at 30:12 under: p.scale
from dataclasses import dataclass

import numpy as np


@dataclass
class P:
    w: "N"
    scale = 2.0

    def act(self, x):
        return np.sum(self.w * x)


@dataclass
class Q(P):
    scale = 3.0

    def act(self, x):
        return np.sum(self.w**2 * x)


def f(p: P, x: "N"):
    return p.act(x)


def g(p: P):
    return p.scale * p.w
