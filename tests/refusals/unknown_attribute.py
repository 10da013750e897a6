# expect: E205 at 4:12 under: x.weight

def f(x: "N", y: float):
    return x.weight * y
