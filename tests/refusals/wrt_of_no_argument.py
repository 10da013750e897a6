# expect: E005 at 3:20 under: weight

# backprop: wrt x, weight
def f(x: float):
    return x * x
