# arguments: r=Rect(2.0, 3.0), x=(3,)
# names matter: fields are read by their names
from dataclasses import dataclass

import numpy as np


@dataclass
class Rect:
    w: float
    h: float

    def area(self):
        return self.w * self.h

    @property
    def ratio(self) -> float:
        return self.w / self.h

    def scaled(self, s: float) -> "Rect":
        return Rect(self.w * s, self.h * s)


def f(r: Rect, x: "N"):
    q = r.scaled(2.0)
    s = q.scaled(x[1])
    return q.area() * np.sum(x) + r.ratio * x[0] + s.area()


# output
"""Forward and backward passes of methods_of_a_dataclass.py: do not edit.

Made by `backprop generate`.
"""

from dataclasses import dataclass

import numpy as np


@dataclass
class Rect:
    w: float
    h: float

    def area(self):
        return self.w * self.h

    @property
    def ratio(self) -> float:
        return self.w / self.h

    def scaled(self, s: float) -> "Rect":
        return Rect(self.w * s, self.h * s)


def f_forward(r: Rect, x: "N"):
    """Forward pass of f: out and the cache (references, not copies)."""
    q = Rect(r.w * 2.0, r.h * 2.0)
    s = Rect(q.w * x[1], q.h * x[1])
    q_w_times_q_h = q.w * q.h
    sum_x = np.sum(x)
    r_w_over_r_h = r.w / r.h
    out = q_w_times_q_h * sum_x + r_w_over_r_h * x[0] + s.w * s.h
    cache = (r, x, q, s, q_w_times_q_h, sum_x, r_w_over_r_h)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dr and dx (N,), from dout."""
    r, x, q, s, q_w_times_q_h, sum_x, r_w_over_r_h = cache
    # backprop out = q_w_times_q_h * sum_x + r_w_over_r_h * x[0] + s.w * s.h
    dq_w_times_q_h = sum_x * dout
    dsum_x = q_w_times_q_h * dout
    dr_w_over_r_h = x[0] * dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dx[0] = r_w_over_r_h * dout
    dw = s.h * dout
    dh = s.w * dout
    # backprop r_w_over_r_h = r.w / r.h
    dr_w = dr_w_over_r_h / r.h
    dr_h = (-r_w_over_r_h / r.h) * dr_w_over_r_h
    # backprop sum_x = np.sum(x)
    dx += dsum_x
    # backprop q_w_times_q_h = q.w * q.h
    dq_w = q.h * dq_w_times_q_h
    dq_h = q.w * dq_w_times_q_h
    # backprop s = Rect(q.w * x[1], q.h * x[1])
    dq_w += x[1] * dw
    dx[1] += q.w * dw
    dq_h += x[1] * dh
    dx[1] += q.h * dh
    # backprop q = Rect(r.w * 2.0, r.h * 2.0)
    dr_w += 2.0 * dq_w
    dr_h += 2.0 * dq_h
    dr = Rect(w=dr_w, h=dr_h)
    return dr, dx
