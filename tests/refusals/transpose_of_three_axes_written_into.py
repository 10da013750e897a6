# expect: E103 at 6:5 under: B.T[0] = 1.0


def f(Q: "A B C"):
    B = 2 * Q
    B.T[0] = 1.0
    return B
