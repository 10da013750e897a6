# expect: E307 at 8:9 under: row[2] = c


def f(rows: list[list[float]], c: float):
    row = rows[0]
    s = 0.0
    for column in zip(*rows):
        row[2] = c
        s += column[0]
    return s
