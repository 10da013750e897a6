# expect: E105 at 5:5 under: y = x

def f(x: float):
    return x * x
    y = x
