# expect: E006 at 4:5 under: # backprop: final

def f(x: float):
    # backprop: final
    return x
