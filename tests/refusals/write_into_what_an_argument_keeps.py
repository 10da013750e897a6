# expect: E307 at 12:5 under: u *= a
# expect: E307 at 18:5 under: v *= a
# expect: E307 at 24:5 under: v[0] = a
# expect: E307 at 29:5 under: u *= a

import numpy as np


def appended(xs: list, u: "D", a: float):
    """The caller has the list, and sees in it what is written here."""
    xs.append(u)
    u *= a


def appended_of_its_own(xs: list, u: "D", a: float):
    v = u * 1
    xs.append(v)
    v *= a


def put_in(xs: list, u: "D", a: float):
    v = u * 1
    xs[0] = v
    v[0] = a


def put_in_by_key(e: dict, u: "D", a: float):
    e["p"] = u[1:]
    u *= a
