# expect: E103 at 5:5 under: row[0] = x * k
def f(x: float, k: float):
    out = {i: [0.0, 0.0] for i in range(2)}
    row = out[1]
    row[0] = x * k
    return out[1][0] + k
