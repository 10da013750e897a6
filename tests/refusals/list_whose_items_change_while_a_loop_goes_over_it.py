# expect: E307 at 9:9 under: h[2] = a * b
# expect: E307 at 16:9 under: h[2] = 0.5
# expect: E307 at 23:9 under: h[2] = 0.5 * u
# expect: E307 at 30:9 under: h[0] = a * 2.0

def by_zip(t: float, u: float):
    h = [t, u, t]
    for a, b in zip(h, [1.0, 2.0, 3.0]):
        h[2] = a * b
    return a


def by_number(t: float, u: float):
    h = [t, u, t]
    for _i, a in enumerate(h):
        h[2] = 0.5
    return a


def plainly(t: float, u: float):
    h = [t, u, t]
    for a in h:
        h[2] = 0.5 * u
    return a


def backwards(t: float, u: float):
    h = [t, u, t]
    for a in reversed(h):
        h[0] = a * 2.0
    return a
