# expect: E301 at 3:1 under: def f(x: float, n: int):

def f(x: float, n: int):
    return 1.0 if n == 0 else x * f(x, n - 1)
