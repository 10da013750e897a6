# expect: E203 at 5:16 under: v * v for v in x
# not yet: the call is reported in its place

def f(x: "3"):
    return sum(v * v for v in x)
