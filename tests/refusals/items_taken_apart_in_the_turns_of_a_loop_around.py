# expect: E203 at 6:13 under: row

def f(nest: list[list[float]], a: float):
    t = a
    for k in range(2):
        for row in nest:
            for v in row:
                t = t + v * v * t
    return t
