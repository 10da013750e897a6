# expect: E203 at 7:12 under: scale(x, **params)
def scale(x: float, a: float, b: float = 1.0):
    return a * x + b


def f(x: float, params: dict):
    return scale(x, **params)
