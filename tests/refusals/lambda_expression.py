# expect: E203 at 5:26 under: lambda v: v * w

def f(x: list, w: float):
    x = [w * v for v in x]
    return sorted(x, key=lambda v: v * w)[0]
