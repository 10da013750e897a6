# expect: E105 at 7:5 under: return x

def f(x: float, y: float):
    for i in range(3):
        if x > 2:
            return x, y
    return x
