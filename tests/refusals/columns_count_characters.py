# expect: E205 at 4:17 under: x.ß

def f(x: float):
    größe = 2 * x.ß
    return größe * x
