# expect: E104 at 4:5 under: def double(y):

def f(x: float):
    def double(y):
        nonlocal x
        x = 2 * x
        return y * x

    return double(x) + x
