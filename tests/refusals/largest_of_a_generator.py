# expect: E203 at 4:15 under: (v * v for v in x)

def f(x: "3"):
    return max(v * v for v in x)
