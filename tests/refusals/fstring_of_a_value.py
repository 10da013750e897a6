# expect: E201 at 5:12 under: float(name)

def f(x: float):
    name = f"{x}"
    return float(name) * x
