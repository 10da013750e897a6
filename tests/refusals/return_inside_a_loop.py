# expect: E105 at 6:13 under: return

def f(x: "N"):
    for i in range(3):
        if x[i] > 2:
            return
        x[i] = x[i] * x[i]
