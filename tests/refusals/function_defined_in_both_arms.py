# expect: E104 at 6:9 under: def g(y):
# expect: E104 at 10:9 under: def g(y):

def f(x: float, c: bool):
    if c:
        def g(y):
            return y * x

    else:
        def g(y):
            return y + x

    return g(x)
