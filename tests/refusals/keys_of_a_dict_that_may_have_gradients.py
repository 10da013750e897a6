# expect: E103 at 5:9 under: d[v] = w * w
def computed_with(x, y):
    d = {}
    for v, w in zip(x, y):
        d[v] = w * w
    s = 0.0
    for k, p in d.items():
        s += k * p
    return s
