# expect: E205 at 5:21 under: x.weight
# not yet: the operation is reported in its place

def f(x, y: float):
    return y * ("a" + x.weight)
