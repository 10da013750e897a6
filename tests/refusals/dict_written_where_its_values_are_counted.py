# expect: E103 at 6:9 under: d[i] = x[i]
# expect: E103 at 10:13 under: d[i + 1] = v * 2
def counted(x: "N"):
    d = {}
    for i in range(4):
        d[i] = x[i]
    s = 0.0
    for i, v in enumerate(d.values()):
        if i < 3:
            d[i + 1] = v * 2
        s += v * v
    return s
