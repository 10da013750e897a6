# expect: E203 at 5:9 under: lambda v, w=w: v * w

def f(x: float):
    w = x * x
    g = lambda v, w=w: v * w
    w = 2 * w
    return g(x) + w
