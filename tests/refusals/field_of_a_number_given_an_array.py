# expect: E303 at 19:17 under: layer
# expect: E303 at 19:31 under: layer

from dataclasses import dataclass


@dataclass
class Layer:
    w: "N"
    b: float


def bias(layer: Layer):
    return layer.b


def twice(x: "N"):
    layer = Layer(x, x * 2)
    return bias(layer) + bias(layer)
