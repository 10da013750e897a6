# expect: E307 at 7:5 under: cols[0] *= s


def f(x: "D", s: float):
    rows = [x * 1, x * 2]
    cols = rows.copy()
    cols[0] *= s
    return rows[0] + rows[1]
