# expect: E103 at 6:9 under: d[i] = x[i]
# expect: E103 at 11:13 under: e[i] = d[i] * 2
def by_items(x: "N"):
    d = {}
    for i in range(3):
        d[i] = x[i]
    s = 0.0
    for k, v in d.items():
        e = {}
        for i in range(3):
            e[i] = d[i] * 2
        d = e
        s += v * v
    return s + d[0]
