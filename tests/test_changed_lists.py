"""Loops over lists and dicts that are made of known items go over what these hold then, not at first."""

from __future__ import annotations

from typing import Any

import pytest
from case_files import returned_gradients
from checking import check_pair, namespace

from codegen.generate import Options, generate_module

FUNCTIONS = """
def put(ys: list, v):
    ys.append(v)


def put_square(ys: list, v):
    put(ys, v * v)


def set_first(ys: list, v):
    ys[0] = v


def exchange(ys: list, i, j):
    ys[i], ys[j] = ys[j], ys[i]


def put_in_one_arm(ys: list, v):
    if v > 0.1:
        ys.append(v)
    else:
        ys[0] = v


def given_back(ys: list, v):
    ys.append(v)
    return ys


class Box:
    def __init__(self, w):
        self.w = w

    def put(self, ys, v):
        ys.append(self.w * v)
        return 3.0
"""
CHANGES = (
    "put(xs, s * s)",
    "put(v=s * s, ys=xs)",
    "put_square(xs, s)",
    "set_first(xs, s * s)",
    "exchange(xs, 0, 1)",
    "put_in_one_arm(xs, s * s)",
    "ys = given_back(xs, s * s)",
    "y = Box(s).put(xs, s * s)",
    "for k in range(3): put(xs, s * k)",
    "xs.reverse()",
    "xs.append(s * s)",
    "xs.insert(1, s * s)",
    "xs[1] = s * s",
    "xs[0], xs[1] = xs[1], xs[0]",
    "add = lambda v: xs.append(v); add(s * s)",
)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize(
    "gone_over", ["for x in xs: total = total * x + x", "total = sum([x * x for x in xs])"]
)
def test_loop_goes_over_what_a_list_holds_then(change: str, gone_over: str) -> None:
    body = ("xs = [s, s + 1.0]", change, "total = 1.0", gone_over, "return total")
    source = FUNCTIONS + "\n\ndef f(s: float):\n" + "".join(f"    {line}\n" for line in body)
    text = generate_module(source, "f.py", Options(only=("f",)))
    assert returned_gradients(text, "f") == ["s"]
    check_pair(namespace(text), "f", namespace(source)["f"], [0.7], [0])


POINTS = ([(0.3, 0.4), (0.5, 0.1), (0.4, 0.7)], [[0.3, 0.4], [0.5, 0.1]], [0.3, 0.5])


@pytest.mark.parametrize("points", POINTS, ids=["tuples", "lists", "numbers"])
def test_gradients_of_items_that_are_only_exchanged(points: list[Any]) -> None:
    source = "import numpy as np\n\n\ndef f(ps: list):\n    ps[0], ps[1] = ps[1], ps[0]\n"
    text = generate_module(source, "f.py", Options())
    check_pair(namespace(text), "f", namespace(source)["f"], [points], [0])
