# expect: E203 at 4:5 under: a, *middle, b

def f(x: "3"):
    a, *middle, b = x
    return a * b * middle[0]
