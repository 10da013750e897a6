# expect: E201 at 5:12 under: g(x)

def f(x: float):
    g = lambda v: v * x
    return g(x)
