# expect: E307 at 10:5 under: p.append(q * s)
# expect: E307 at 21:5 under: b.append(s * s)
# expect: E307 at 31:9 under: r.append(s * s)
# expect: E103 at 42:5 under: ys.append(s * s)


def taken_apart(s: float):
    xs = [s]
    p, q = xs, s
    p.append(q * s)
    total = 0.0
    for v in xs:
        total += v * v
    return total


def chosen(s: float):
    xs, ys = [s], [s * 2]
    xs = [s]
    b = xs if s > 0 else ys
    b.append(s * s)
    total = 0.0
    for v in xs:
        total += v * v
    return total


def gone_over(s: float):
    xs, ys = [s], [s * 2]
    for r in (xs, ys):
        r.append(s * s)
    return sum(v * v for v in xs)


def same(ys):
    return ys


def given_back(s: float):
    xs = [s]
    ys = same(xs)
    ys.append(s * s)
    total = 0.0
    for v in xs:
        total += v * v
    return total
