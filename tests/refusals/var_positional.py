# expect: E107 at 3:18 under: factors

def f(x: float, *factors):
    return x * 2
