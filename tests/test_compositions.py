"""Reductions of everything: gradients that are small on their way must be summed and spread right.

A gradient of a sum is one number until an operation spreads it. What is summed here is built from each
kind of operation, with shapes that are known, known in part, and not known.
"""

from __future__ import annotations

import itertools

import checking
import numpy as np
import pytest

from codegen.generate import Options, generate_module

INNER = [
    "x * y",
    "x + y",
    "x / y",
    "np.maximum(x, y)",
    "np.sum(x * y, axis=0)",
    "np.mean(x * y, axis=-1, keepdims=True)",
    "np.broadcast_to(y, (4, 3)) * 1.0",
    "(x * y).T",
    "np.reshape(x * y, (3, 4))",
    "x * np.sum(y)",
    "np.exp(x) - np.mean(x, axis=0)",
    "np.outer(y, y)",
    "np.where(x > 1, x, y)",
    "x[1:] * y",
    "np.concatenate([x, x * y])",
    "np.full((2, 2), np.sum(y))",
    "x[:, None] * y",
]
OUTER = ["np.sum({})", "np.mean({}, axis=-1, keepdims=True) * 2", "np.sum(np.mean({}, axis=0)) * 2", "{}"]
ARGUMENTS = ["x, y", 'x: "N D", y: "D"', 'x: "4 3", y']


@pytest.mark.parametrize("arguments", ARGUMENTS)
@pytest.mark.parametrize("inner", INNER)
def test_gradient_of_a_composition(inner: str, arguments: str) -> None:
    rng = np.random.default_rng(0)
    points = [rng.uniform(0.5, 1.5, (4, 3)), rng.uniform(0.5, 1.5, 3)]
    for outer in OUTER:
        source = f"import numpy as np\n\n\ndef f({arguments}):\n    return {outer.replace('{}', inner)}\n"
        text = generate_module(source, "f.py", Options())
        function = checking.namespace(source)["f"]
        checking.check_pair(checking.namespace(text), "f", function, points, [0, 1])


def test_every_composition_is_tried() -> None:
    assert len(list(itertools.product(INNER, OUTER, ARGUMENTS))) == 204
