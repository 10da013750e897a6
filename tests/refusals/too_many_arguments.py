# expect: E303 at 8:9 under: scale(2.0, x, 3.0)

def scale(w: float, x: float):
    return w * x


def f(x: float):
    y = scale(2.0, x, 3.0)
    return y
