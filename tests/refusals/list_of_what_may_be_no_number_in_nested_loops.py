# expect: E203 at 10:5 under: for k in range(n):
# expect: E203 at 11:9 under: for v in xs:


def of_what_may_have_no_value(xs: list[float], n: int):
    """Without arrays there are no zeros of what may be None, but for numbers."""
    for j in range(n):
        for i in range(j):
            h = 0.7
    for k in range(n):
        for v in xs:
            z = [h, h, v]
    w = z[0]
    return xs, w
