# expect: E203 at 7:16 under: [a, a]
# expect: E203 at 12:18 under: (a, a)
# expect: E203 at 19:24 under: [a * k]


def of_a_list(rows: list, a: float):
    rows[0] += [a, a]
    return sum(rows[0])


def of_tuples(points: list, a: float):
    points[0] += (a, a)
    return points


def grown(a: float):
    rows = [[] for _ in range(2)]
    for k in range(4):
        rows[k % 2] += [a * k]
    return rows[0][1] * a + rows[1][0]
