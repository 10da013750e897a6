# expect: E104 at 4:5 under: raise ValueError(x)

def f(x: float):
    raise ValueError(x)
    return x
