# expect: E109 at 4:16 under: weight

def f(x: float):
    return x * weight
