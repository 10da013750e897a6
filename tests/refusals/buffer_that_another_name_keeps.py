# expect: E307 at 10:9 under: buf.append(v)
# expect: E307 at 13:13 under: buf = []


def f(xs: list[float], n: int):
    buf = []
    keep = buf
    s = 0.0
    for v in xs:
        buf.append(v)
        if len(buf) == n:
            keep = buf
            buf = []
        s += sum(keep) * v
    return s
