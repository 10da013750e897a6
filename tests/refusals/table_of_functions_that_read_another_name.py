# expect: E306 at 9:12 under: STEPS

K = 2.0
STEPS = {"scaled": lambda v: v * K}


def f(x: float, K: float):
    # the K of the table is not this one
    return STEPS["scaled"](x) * K
