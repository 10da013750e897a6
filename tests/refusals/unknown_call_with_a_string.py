# expect: E201 at 7:12 under: interpolate.smooth(x, "cubic")

import interpolate


def f(x: float):
    return interpolate.smooth(x, "cubic")
