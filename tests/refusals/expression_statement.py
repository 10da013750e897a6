# expect: E104 at 4:5 under: x * x

def f(x: float):
    x * x
    return x
