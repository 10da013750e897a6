# expect: E203 at 5:10 under: z := x * x
# not yet: the name is said to be unbound

def f(x: float):
    y = (z := x * x) * z
    return y
