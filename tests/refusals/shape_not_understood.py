# expect: E007 at 3:7 under: x: "N, (D"

def f(x: "N, (D"):
    return 2 * x[0]
