def power(x: float, n: int):
    if n == 0:
        return 1.0
    return x * power(x, n - 1)
