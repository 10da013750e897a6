# expect: E103 at 3:15 under: {i: x[i] * x[i] for i in range(2)}
def f(x: "3"):
    squares = {i: x[i] * x[i] for i in range(2)}
    both = [squares, squares]
    return both[0][0] * squares[1]
