# expect: E205 at 4:23 under: x.weight

def f(x, y: float):
    return y * ("a" + x.weight)
