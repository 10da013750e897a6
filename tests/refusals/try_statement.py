# expect: E104 at 4:5 under: try:

def f(x: float):
    try:
        y = 1 / x
    except ZeroDivisionError:
        y = 0.0
    return y
