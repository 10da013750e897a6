# expect: E307 at 5:1 under: def named_anew(b: "N N"):
# expect: E307 at 14:1 under: def given_by_a_loop(b: "N N"):


def named_anew(b: "N N"):
    u = b[-1, 1]
    if u > 1.54:
        b -= u
    else:
        b[1] = u
        b = b * 2


def given_by_a_loop(b: "N N"):
    u = b[-1, 1]
    if u > 1.54:
        b -= u
    else:
        b[1] = u
        for b in b:
            u = b[0]
    return u
