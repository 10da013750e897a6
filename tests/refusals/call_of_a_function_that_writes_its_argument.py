# expect: E307 at 9:31 under: scale(A, w)

def scale(A: "N", w: float):
    A *= w
    return A


def f(A: "N", w: float):
    B = (A + 1) * (0.0 + w) + scale(A, w)
    return B * B
