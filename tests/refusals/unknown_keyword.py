# expect: E303 at 8:9 under: scale(2.0, z=x)

def scale(w: float, x: float):
    return w * x


def f(x: float):
    y = scale(2.0, z=x)
    return y
