# expect: E303 at 9:5 under: a, b, c
# not yet: it is called an index

def both(x: float):
    return x, x * x


def f(x: float):
    a, b, c = both(x)
    return a * b * c
