# expect: E303 at 8:9 under: scale(x)

def scale(w: float, x: float):
    return w * x


def f(x: float):
    y = scale(x)
    return y
