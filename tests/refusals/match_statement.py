# expect: E102 at 4:5 under: match x, n:

def f(x: float, n: int):
    match x, n:
        case _, 0:
            y = x
        case _:
            y = 2 * x
    return y
