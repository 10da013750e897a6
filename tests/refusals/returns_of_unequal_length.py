# expect: E105 at 6:5 under: return x

def f(x: float):
    if x > 0:
        return x, x
    return x
