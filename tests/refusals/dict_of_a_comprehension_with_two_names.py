# expect: E103 at 3:15 under: {i: x[i] * x[i] for i in range(2)}
def f(x: "3"):
    squares = {i: x[i] * x[i] for i in range(2)}
    same = squares
    return squares[0] * same[1]
