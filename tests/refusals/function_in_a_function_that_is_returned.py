# expect: E104 at 4:5 under: def g(y: float):

def f(x: float):
    def g(y: float):
        z = y * x
        return z * z

    return g
