# expect: E301 at 3:1 under: def f(x: float, n: int):

def f(x: float, n: int):
    if n < 0:
        raise ValueError("n is negative")
    link = (x, g(x * x, n - 1))
    return link


def g(x: float, n: int):
    link = (x, f(x, n - 1))
    return link
