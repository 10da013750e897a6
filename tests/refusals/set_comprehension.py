# expect: E203 at 3:16 under: {v * v for v in x}
def f(x: "3"):
    return max({v * v for v in x})
