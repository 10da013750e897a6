# expect: E203 at 5:36 under: lambda v: v * w

def f(x: list, w: float):
    x = [w * v for v in x]
    return max(x, default=0.0, key=lambda v: v * w)
