# expect: E301 at 7:1 under: def g(x: float):

def f(x: float):
    return g(x) * x


def g(x: float):
    return f(x) + x
