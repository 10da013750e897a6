# expect: E207 at 7:12 under: scipy.linalg.qr(A)

import scipy.linalg


def f(A: "M N"):
    q, r = scipy.linalg.qr(A)
    return r @ r.T
