# expect: E307 at 6:5 under: ys[0] = a

def f(xs: list[float], a: float):
    ys = xs[:]
    zs = ys
    ys[0] = a
    return zs[0] * zs[1]
