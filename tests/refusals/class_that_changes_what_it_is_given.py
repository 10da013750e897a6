# expect: E205 at 18:19 under: p.w
# expect: E205 at 30:12 under: q.w
from dataclasses import dataclass

import numpy as np


@dataclass
class P:
    w: "N"

    def __post_init__(self):
        self.w = self.w / np.sum(self.w)


def f(p: P, x: "N"):
    y = x * 2
    return np.sum(p.w * y)


@dataclass
class Q:
    w: "N"

    def _replace(self, w):
        return Q(2 * w)


def g(q: Q):
    return q.w
