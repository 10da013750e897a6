# expect: E206 at 4:5 under: return x * 1j

def f(x: float):
    return x * 1j
