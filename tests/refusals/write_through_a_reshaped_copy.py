# expect: E307 at 12:5 under: v[1] = a
# expect: E307 at 19:5 under: v[1] = a
# expect: E307 at 26:5 under: v[1] = a
# expect: E307 at 33:5 under: v[1] = a
# expect: E307 at 38:5 under: A.flat[1] = a
import numpy as np


def copy_of_a_transpose(A: "N M", a: float):
    z = np.copy(A.T)
    v = z.ravel()
    v[1] = a
    return z


def in_another_order(A: "N M", a: float):
    z = np.zeros((3, 3), order="F")
    v = z.ravel()
    v[1] = a
    return z @ A


def like_a_transpose(A: "N M", a: float):
    z = np.zeros_like(A.T)
    v = z.ravel()
    v[1] = a
    return z @ A


def of_a_transpose(A: "N M", a: float):
    z = A.T * 2
    v = z.reshape(-1)
    v[1] = a
    return z


def argument(A: "N M", a: float):
    A.flat[1] = a
    return A * 2
