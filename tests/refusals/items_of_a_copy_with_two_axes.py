# expect: E307 at 8:5 under: B[0] = B[1] * A[0, 0]
import numpy as np


def f(A):
    B = A.copy()
    row = B[0]
    B[0] = B[1] * A[0, 0]
    return B * row
