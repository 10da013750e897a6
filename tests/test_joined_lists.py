"""Lists that are joined, made anew in turns, or given other items, whose gradients are lists as well."""

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


MOVED_ON = """
import numpy as np

def f(w: "N", s: float, n: int):
    ys = [w, w * 2, w * 3]
    total = 0.0
    for i in range(n):
        ys[i + 1] = ys[i] + s
        total += np.sum(ys[i + 1])  # gives each entry the same, and the sum over s asks for all of them
        ys[i + 1] = w
    return total
"""

BY_PRODUCTS = """
import numpy as np

def f(W: "N N", w: "N", s: float, n: int):
    ys = [w, w * 2]
    total = 0.0
    for _ in range(n):
        ys[n - 2] = W @ w
        total += np.sum(ys[0])
        ys[n - 2] = w + s
        total += np.max(ys[0])
        ys[n - 2] = w
    return total
"""


@pytest.mark.parametrize(
    ("source", "arguments"),
    [(MOVED_ON, "w=(4,), s=(), n=2"), (BY_PRODUCTS, "W=(4, 4), w=(4,), s=(), n=2")],
)
def test_array_that_is_given_another_value_has_a_gradient_of_its_shape(source: str, arguments: str) -> None:
    """A sum over the gradient on an item counts each of its entries."""
    text = generate_module(source, "lists.py", Options())
    assert check_generated(text, source, (("f", arguments),), Options())
