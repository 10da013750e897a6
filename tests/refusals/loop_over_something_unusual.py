# expect: E101 at 5:5 under: for i, v in enumerate(reversed(x * x)):

def f(x: "N"):
    y = 0.0
    for i, v in enumerate(reversed(x * x)):
        y = y + v * i
    return y
