# expect: E109 at 4:9 under: z

def f(x: float):
    y = z * x
    z = x
    return y * z
