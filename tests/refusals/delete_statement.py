# expect: E104 at 5:5 under: del y["a"]

def f(x: float):
    y = {"a": x * x, "b": x}
    del y["a"]
    return y["b"]
