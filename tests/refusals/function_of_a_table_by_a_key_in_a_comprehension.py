# expect: E201 at 8:20 under: TABLE[name](v)
import numpy as np

TABLE = {"tanh": np.tanh, "exp": np.exp}


def f(xs: list[float], name: str, v: float):
    return v * sum(TABLE[name](v) for v in xs)
