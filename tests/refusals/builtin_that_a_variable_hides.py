# expect: E305 at 4:1 under: def f(x, reversed):
# expect: E305 at 11:1 under: def g(x: "N", range: float):

def f(x, reversed):
    s = reversed
    while s < 10:
        s = s * reversed + x
    return s


def g(x: "N", range: float):
    s = 0.0
    for v in x:
        s = s + v * range
    return s
