# expect: E104 at 5:5 under: del x

def f(x: float):
    y = x * x
    del x
    return y
