# expect: E304 at 4:1 under: def f(x: float):

# backprop: final
def f(x: float):
    return x, x * x
