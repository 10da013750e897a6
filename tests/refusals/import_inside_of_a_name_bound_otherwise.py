# expect: E104 at 4:5 under: from math import pow

def f(x: float):
    from math import pow

    return pow(x, 2)
