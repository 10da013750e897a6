# expect: E104 at 5:5 under: def h(v):
# expect: E104 at 9:5 under: def g(v):

def f(x: float):
    def h(v):
        u = v * x
        return u + x

    def g(v):
        x = 3.0
        u = h(v)
        return u * x

    return g(x)
