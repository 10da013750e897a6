# expect: E104 at 4:5 under: global rate

def f(x: float):
    global rate
    rate = 0.5
    return x * rate
