# expect: E201 at 7:16 under: bisect.bisect([0.0, 1.0], x)

import bisect


def f(x: float, y: float):
    return y * bisect.bisect([0.0, 1.0], x)
