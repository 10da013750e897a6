# expect: E303 at 8:5 under: a, b, c

def both(x: float):
    return x, x * x


def f(x: float):
    a, b, c = both(x)
    return a * b * c
