# expect: E105 at 6:13 under: return x

def f(x: float):
    for i in range(3):
        if x > 2:
            return x
        x = x * x
    return x
