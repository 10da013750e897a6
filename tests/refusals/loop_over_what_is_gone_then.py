# expect: E101 at 5:5 under: for i, j in pairs:
def f(x: "N"):
    pairs = zip(range(3), [2, 1, 0])
    s = 0.0
    for i, j in pairs:
        s = s * 0.5 + x[i] * x[j]
    return s
