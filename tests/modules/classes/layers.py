import numpy as np
from typing import NamedTuple
class P(NamedTuple):
    w: "N"
    b: "N"
    def norm(self):
        return np.sum(self.w * self.w)
def run(p: P, x: "N"):
    return np.sin(p.w * x) + p.b + p.norm()
def make(w: "N", b: "N"):
    return P(w * 2, b * b)
