# expect: E107 at 3:19 under: factors

def f(x: float, **factors):
    return x * 2
