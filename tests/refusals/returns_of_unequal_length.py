# expect: E102 at 4:5 under: if x > 0:

def f(x: float):
    if x > 0:
        return x, x
    return x
