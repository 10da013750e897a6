# expect: E104 at 4:5 under: class Model:

def f(x: float):
    class Model:
        pass

    return x * x
