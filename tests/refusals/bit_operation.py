# expect: E202 at 4:13 under: x << 2

def f(x: float, y: float):
    return (x << 2) * y
