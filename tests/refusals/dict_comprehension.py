# expect: E203 at 4:15 under: {i: x[i] * x[i] for i in range(2)}

def f(x: "3"):
    squares = {i: x[i] * x[i] for i in range(2)}
    return squares[0] * squares[1]
