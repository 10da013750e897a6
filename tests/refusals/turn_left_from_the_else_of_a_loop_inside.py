# expect: E202 at 5:13 under: w
def f(x: float, y: float, n: int):
    total = 0.0
    for _ in range(n):
        for w in [x, y]:
            for _ in range(2):
                total = total * w + x
            else:
                if total < 3:
                    break
            total = total * 0.9
        total += x * x
    return total
