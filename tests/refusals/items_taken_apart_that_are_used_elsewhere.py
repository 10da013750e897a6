# expect: E203 at 5:9 under: row

def f(nest, a: float):
    t = a
    for row in nest:
        for v in row:
            t = t + v * v * t
    return t * nest[0][0]
