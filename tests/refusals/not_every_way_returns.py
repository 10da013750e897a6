# expect: E105 at 3:1 under: def f(x: float):

def f(x: float):
    if x > 0:
        return x
