# expect: E104 at 4:5 under: def g(y, seen=[]):

def f(x: float):
    def g(y, seen=[]):
        seen.append(x)
        return y * len(seen)

    return g(x) + g(x)
