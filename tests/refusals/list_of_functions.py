# expect: E201 at 5:12 under: parts[0](x)

def f(x: float):
    parts = [lambda v: v * k for k in range(3)]
    return parts[0](x)
