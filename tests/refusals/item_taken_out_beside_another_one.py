# expect: E103 at 5:25 under: ys.pop()

def f(xs: list[float], a: float):
    ys = list(xs)
    return ys[-1] * a + ys.pop()
