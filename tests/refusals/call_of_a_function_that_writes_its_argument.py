# expect: E307 at 9:9 under: scale(A, w)

def scale(A: "N", w: float):
    A *= w
    return A


def f(A: "N", w: float):
    B = scale(A, w)
    return B * B
