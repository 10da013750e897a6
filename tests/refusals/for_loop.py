# expect: E101 at 5:5 under: for i in range(3):

def f(x: float):
    y = x
    for i in range(3):
        y = y * x
    return y
