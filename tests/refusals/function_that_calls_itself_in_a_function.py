# expect: E104 at 4:5 under: def power(n):

def f(x: float, n: int):
    def power(n):
        if n == 0:
            return 1.0
        return x * power(n - 1)

    return power(n)
