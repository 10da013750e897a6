# expect: E203 at 4:5 under: a, *rest

def f(x: "3"):
    a, *rest = x
    return a * rest[0]
