# expect: E203 at 5:5 under: a, *rest
# not yet: its names are reported too

def f(x: "3"):
    a, *rest = x
    return a * rest[0]
