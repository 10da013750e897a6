# expect: E109 at 5:13 under: weight
# expect: E104 at 6:5 under: with open(x) as g:

def f(x: float):
    x = x * weight
    with open(x) as g:
        pass
    return x
