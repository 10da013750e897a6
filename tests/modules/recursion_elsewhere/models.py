# shapes: ()
from .layers import power


def f(x: float):
    return power(x, 3) * x
