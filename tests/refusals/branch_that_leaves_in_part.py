# expect: E102 at 4:5 under: if x > 0:

def f(x: float, y: float):
    if x > 0:
        if y > 0:
            return x * y
        x = x * x
    x = x + y
    return x
