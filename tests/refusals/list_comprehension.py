# expect: E203 at 4:15 under: [v * v for v in x]

def f(x: "3"):
    squares = [v * v for v in x]
    return squares[0] * squares[1]
