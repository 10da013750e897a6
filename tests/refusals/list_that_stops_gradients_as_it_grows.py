# expect: E103 at 7:5 under: ys.append(a)

def f(x: "3", a: float):
    ys = []
    for i in range(3):
        ys.append(x[i] * a)
    ys.append(a)  # backprop: stop
    return ys[-2] * ys[0]
