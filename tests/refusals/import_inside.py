# expect: E104 at 4:5 under: import math

def f(x: float):
    import math

    return math.exp(x)
