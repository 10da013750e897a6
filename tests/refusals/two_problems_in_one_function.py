# expect: E101 at 5:5 under: for i in range(3):
# expect: E104 at 7:5 under: with open(x) as g:

def f(x: float):
    for i in range(3):
        x = x * x
    with open(x) as g:
        pass
    return x
