# expect: E206 at 4:16 under: 1j

def f(x: float):
    return x * 1j
