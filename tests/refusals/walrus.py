# expect: E203 at 4:10 under: z := x * x

def f(x: float):
    y = (z := x * x) * z
    return y
