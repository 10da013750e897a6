# expect: E201 at 7:12 under: g(x)

def f(x: float):
    w = x * x
    g = lambda v, w=w: v * w
    w = 2 * w
    return g(x) + w
