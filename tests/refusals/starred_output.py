# expect: E203 at 4:5 under: return *x, y

def f(x: "2", y: float):
    return *x, y
