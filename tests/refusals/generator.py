# expect: E106 at 5:5 under: yield x
# not yet: the statement is reported too

def f(x: float):
    yield x
    return x
