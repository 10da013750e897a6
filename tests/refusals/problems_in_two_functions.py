# expect: E109 at 5:16 under: weight
# expect: E101 at 9:5 under: while x > 1:

def f(x: float):
    return x * weight


def g(x: float):
    while x > 1:
        x = x / 2
    return x
