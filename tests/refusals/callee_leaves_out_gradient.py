# expect: E302 at 9:12 under: scale(2.0, x * x)

# backprop: wrt w
def scale(w: float, x: float):
    return w * x


def f(x: float):
    return scale(2.0, x * x)
