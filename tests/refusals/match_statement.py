# expect: E102 at 4:5 under: match n:

def f(x: float, n: int):
    match n:
        case 0:
            y = x
        case _:
            y = 2 * x
    return y
