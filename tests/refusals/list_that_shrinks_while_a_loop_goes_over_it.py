# expect: E307 at 8:13 under: ys.pop()

def f(xs: list[float], a: float):
    ys = list(xs)
    t = 0.0
    for i, y in enumerate(ys):
        if i == 0:
            ys.pop()
        t = t + y * a
    return t
