# expect: E201 at 4:12 under: eval

def f(x: float):
    return eval("x * 2")
