# expect: E104 at 4:5 under: def g(y):

def f(x: float):
    def g(y):
        return y * x

    return g(x), g
