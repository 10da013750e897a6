# expect: E103 at 13:9 under: self.w
# expect: E103 at 25:5 under: p.fill(x)
from dataclasses import dataclass

import numpy as np


@dataclass
class P:
    w: "N"

    def grow(self, x):
        self.w = self.w + x
        return np.sum(self.w)

    def fill(self, x):
        self.w[:] = x


def f(p: P, x: "N"):
    return p.grow(x) + np.sum(p.w)


def g(p: P, x: "N"):
    p.fill(x)
    return np.sum(p.w)
