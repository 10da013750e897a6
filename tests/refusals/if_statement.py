# expect: E102 at 5:5 under: if x > 0:

def f(x: float):
    y = x
    if x > 0:
        y = 2 * x
    return y
