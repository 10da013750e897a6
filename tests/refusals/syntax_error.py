# expect: E001 at 4:16 under: (x

def f(x: float):
    return x * (x
