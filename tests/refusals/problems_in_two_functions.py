# expect: E109 at 5:16 under: weight
# expect: E104 at 9:5 under: with open(x) as g:

def f(x: float):
    return x * weight


def g(x: float):
    with open(x) as g:
        x = x / 2
    return x
