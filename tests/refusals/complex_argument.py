# expect: E206 at 3:7 under: x: complex

def f(x: complex):
    return x * x
