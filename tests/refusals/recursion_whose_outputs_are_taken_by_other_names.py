# expect: E303 at 6:5 under: p, q, r

def g(a: float, b: float, n: int):
    if n == 0:
        return a, b
    p, q, r = g(a, b, n - 1)
    return p * q, p + q + r
