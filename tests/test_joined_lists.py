"""Lists that are joined, and made anew in turns, whose gradients are lists as well."""

from __future__ import annotations

import pytest
from case_files import check_generated

from codegen.generate import Options, generate_module

TURNED_ROUND = """
def f(xs: list[float], a: float):
    ys = xs[1:] + xs[:1]
    return ys[0] * a + ys[2] * ys[1]
"""

RETURNED = """
def f(xs: list[float], a: float):
    return [a] + xs + [a * xs[0]]
"""

IN_FRONT = """
import numpy as np

def f(x: "3", a: float):
    ys = []
    for i in range(3):
        ys = [x[i] * a] + ys
    return ys[0] * ys[1] + ys[2]
"""

BEHIND = """
import numpy as np

def f(x: "3", a: float):
    ys = [a]
    for i in range(3):
        ys = ys + [x[i] * ys[-1], a]
    return ys[0] * ys[1] + ys[-2]
"""

THEN_CHANGED = """
import numpy as np

def f(a: float, b: float):
    ys = [a]
    ys = [b * 0.4] + ys
    if ys[1] > 0.39:
        if b > 0.72:
            ys.append(0.87 * ys[-1])
        else:
            ys.insert(-2, np.sin(b))
    else:
        ys.pop()
    return ys
"""


@pytest.mark.parametrize(
    ("source", "arguments"),
    [
        (TURNED_ROUND, "xs=[0.3, 0.5, 0.9], a=0.7"),
        (RETURNED, "xs=[0.3, 0.5, 0.9], a=0.7"),
        (RETURNED, "xs=[0.3], a=0.7"),
        (IN_FRONT, "x=(3,), a=0.7"),
        (BEHIND, "x=(3,), a=0.7"),
        (THEN_CHANGED, "a=0.7, b=1.3"),
        (THEN_CHANGED, "a=0.7, b=0.3"),
        (THEN_CHANGED, "a=0.2, b=0.3"),
    ],
)
def test_gradients_of_joined_lists(source: str, arguments: str) -> None:
    """Each of the lists is given its part of the gradient."""
    text = generate_module(source, "lists.py", Options())
    assert check_generated(text, source, (("f", arguments),), Options())
