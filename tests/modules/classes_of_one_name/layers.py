import numpy as np
from typing import NamedTuple
class P(NamedTuple):
    w: "N"
def run(p: P, x: "N"):
    return p.w * x
def val(p: P):
    return np.sum(p.w * p.w)
