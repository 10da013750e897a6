# expect: E306 at 8:12 under: RATE

RATE = 1.0
RATE = 2.0


def f(x: float):
    return RATE * x
