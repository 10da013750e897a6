# expect: E101 at 4:5 under: for i in {0, 2}:
def f(x: "N"):
    s = 0.0
    for i in {0, 2}:
        s = s * x[i] + x[1]
    return s
