# expect: E201 at 6:12 under: float(name)
# not yet: the gradient through a string is lost without a word

def f(x: float):
    name = f"{x}"
    return float(name) * x
