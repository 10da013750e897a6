# expect: E203 at 4:23 under: z := y * 2

def f(x: float, y: float):
    if y > 1 and 1 < (z := y * 2):
        return z
    return x
