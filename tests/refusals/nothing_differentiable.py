# expect: E003 at 1:1

def f(n: int):
    return n + 1
