# expect: E202 at 4:9 under: [x, 1.0] * 3

def f(x: float):
    y = [x, 1.0] * 3
    return y[0] * y[1]
