# arguments: x=1.5
def f(x: float) -> float:
    y: float = x * x
    return y * x


# output
"""Forward and backward passes of annotated_assignment.py: do not edit.

Made by `backprop generate`.
"""

from typing import Any


def f_forward(x: float) -> tuple[float, tuple[Any, ...]]:
    """Forward pass of f: out and the cache (references, not copies)."""
    y: float = x * x
    out = y * x
    cache = (x, y)
    return out, cache


def f_backward(dout: float, cache: tuple[Any, ...]) -> float:
    """Backward pass of f: dx, from dout."""
    x, y = cache
    # backprop out = y * x
    dy = x * dout
    dx: float = y * dout
    # backprop y: float = x * x
    dx += (2 * x) * dy
    return dx
