# expect: E006 at 3:1 under: # backprop: finally

# backprop: finally
def f(x: float):
    return x
