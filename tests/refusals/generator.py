# expect: E106 at 4:5 under: yield x

def f(x: float):
    yield x
    return x
