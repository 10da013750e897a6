# expect: E306 at 19:12 under: Cubes
from dataclasses import dataclass


class Cubes:
    def of(self, x):
        return x * x * x


@dataclass
class Squares:
    w: float

    def of(self, x):
        return x * x


def f(x: float):
    return Cubes.of(x, x)
