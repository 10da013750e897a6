# expect: E305 at 8:1 under: def f(w: float):

# backprop: skip
def f_forward(w: float):
    return round(w)


def f(w: float):
    k = f_forward(w)  # backprop: stop
    return k * w
