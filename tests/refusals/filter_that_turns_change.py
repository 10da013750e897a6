# expect: E201 at 7:27 under: filter(lambda u: u > c, x)


def which_items(x: "N", k: float):
    c = 0.1
    s = 0.0
    for p, v in enumerate(filter(lambda u: u > c, x)):
        s = s * k + v * p
        c = 0.75
    return s
