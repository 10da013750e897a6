# expect: E101 at 4:5 under: while x > 1:

def f(x: float):
    while x > 1:
        x = x / 2
    return x
