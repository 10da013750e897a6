# expect: E103 at 4:5 under: model.weight

def f(model, x: float):
    model.weight = x
    return x * x
