"""The notes' own functions: their backward passes token for token, and every number they print."""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from checking import namespace

from codegen.generate import Options, generate_module

DATA = Path(__file__).parent / "data"
FORWARD = (DATA / "notes_forward.py").read_text()
BACKWARD = (DATA / "notes_backward.py").read_text()
FINAL = ("circuit", "neuron", "staged")
STYLES = ("clean", "notes")


def functions(text: str) -> dict[str, ast.FunctionDef]:
    return {node.name: node for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)}


def tokens(text: str, name: str) -> list[str]:
    """A function's tokens, comments among them, its docstring not."""
    node = functions(text)[name]
    lines = text.splitlines(keepends=True)[node.lineno - 1 : node.end_lineno]
    if ast.get_docstring(node) is not None:
        first = node.body[0]
        assert first.end_lineno is not None
        del lines[first.lineno - node.lineno : first.end_lineno - node.lineno + 1]
    return [t.string for t in tokenize.generate_tokens(io.StringIO("".join(lines)).readline)]


@pytest.fixture(scope="module")
def in_notes_style() -> str:
    return generate_module(FORWARD, "forward.py", Options(style="notes", final=FINAL))


@pytest.mark.parametrize("name", functions(BACKWARD))
def test_backward_pass_is_that_of_the_notes(name: str, in_notes_style: str) -> None:
    assert tokens(in_notes_style, name) == tokens(BACKWARD, name)


@pytest.mark.parametrize("name", ["circuit", "neuron", "staged", "matmul"])
def test_forward_pass_is_that_of_the_notes_with_the_numbers_of_its_lines(
    name: str, in_notes_style: str
) -> None:
    node = functions(FORWARD)[name]
    assert node.end_lineno is not None
    theirs = FORWARD.splitlines()[node.lineno : node.end_lineno - 1]
    numbered = [f"{line}  # ({number})" for number, line in enumerate(theirs, 1)]
    assert "\n".join(numbered) in in_notes_style


# What the notes print. Each table is one drawing or listing: for each name its value (green in the
# drawings) and the gradient on it (red), to the places that are printed.

SOURCES = """
import math


def product(x, y):
    f = x * y
    return f


def total(x, y):
    f = x + y
    return f


def largest(x, y):
    f = max(x, y)
    return f


def reciprocal(x):
    f = 1 / x
    return f


def shifted(x):
    f = 3 + x
    return f


def exponential(x):
    f = math.exp(x)
    return f


def scaled(x):
    f = 7 * x
    return f


def sigmoid(x):
    f = 1.0 / (1 + math.exp(-x))
    return f


def circuit(x, y, z):
    q = x + y
    f = q * z
    return f


def neuron_by_gates(w0, x0, w1, x1, w2):
    p0 = w0 * x0
    p1 = w1 * x1
    s = p0 + p1
    dot = s + w2
    neg = -1 * dot
    e = math.exp(neg)
    den = e + 1
    f = 1 / den
    return f


def neuron(w: "3", x: "2"):
    dot = w[0]*x[0] + w[1]*x[1] + w[2]
    f = 1.0 / (1 + math.exp(-dot)) # sigmoid function
    return f


def patterns(x, y, z, w):
    xy = x * y
    m = max(z, w)
    s = xy + m
    f = 2 * s
    return f
"""

#       function, arguments, values, gradients
PRINTED: list[tuple[str, dict[str, Any], dict[str, Any], dict[str, Any]]] = [
    ("product", {"x": 4, "y": -3}, {"f": -12}, {"x": -3, "y": 4}),
    ("total", {"x": 4, "y": -3}, {}, {"x": 1, "y": 1}),
    ("largest", {"x": 4, "y": 2}, {"f": 4}, {"x": 1, "y": 0}),
    ("reciprocal", {"x": 2}, {}, {"x": -1 / 2**2}),
    ("shifted", {"x": 2}, {}, {"x": 1}),
    ("exponential", {"x": 0.0}, {}, {"x": 1}),
    ("scaled", {"x": 2}, {}, {"x": 7}),
    (
        "circuit",
        {"x": -2, "y": 5, "z": -4},
        {"q": 3, "f": -12},
        {"x": -4, "y": -4, "z": 3, "q": -4, "f": 1},
    ),
    (
        "neuron_by_gates",
        {"w0": 2.00, "x0": -1.00, "w1": -3.00, "x1": -2.00, "w2": -3.00},
        {"p0": -2.00, "p1": 6.00, "s": 4.00, "dot": 1.00, "neg": -1.00, "e": 0.37, "den": 1.37, "f": 0.73},
        {"w0": -0.20, "x0": 0.39, "w1": -0.39, "x1": -0.59, "w2": 0.20, "p0": 0.20, "p1": 0.20}
        | {"s": 0.20, "dot": 0.20, "neg": -0.20, "e": -0.53, "den": -0.53, "f": 1.00},
    ),
    ("sigmoid", {"x": 1.0}, {"f": 0.73}, {"x": 0.20}),
    (
        "neuron",
        {"w": [2, -3, -3], "x": [-1, -2]},
        {"dot": 1.00, "f": 0.73},
        {"dot": 0.20, "w": [-0.20, -0.39, 0.20], "x": [0.39, -0.59]},
    ),
    (
        "patterns",
        {"x": 3.00, "y": -4.00, "z": 2.00, "w": -1.00},
        {"xy": -12.00, "m": 2.00, "s": -10.00, "f": -20.00},
        {"x": -8.00, "y": 6.00, "z": 2.00, "w": 0.00, "xy": 2.00, "m": 2.00, "s": 2.00, "f": 1.00},
    ),
]


def with_locals(text: str) -> dict[str, Any]:
    """The module, its functions giving all their variables besides what they return."""
    tree = ast.parse(text)
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            last = node.body[-1]
            assert isinstance(last, ast.Return) and last.value is not None
            last.value = ast.parse(f"({ast.unparse(last.value)}), dict(locals())", mode="eval").body
    return namespace(ast.unparse(tree))


def rounded(value: Any) -> Any:
    return [rounded(item) for item in value] if isinstance(value, list) else round(value, 2) + 0.0


def passes(
    module: Mapping[str, Any], name: str, arguments: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """All variables of both passes, the gradient on the output being 1."""
    (f, cache), values = module[f"{name}_forward"](**arguments)
    backward = module[f"{name}_backward"]
    gradients = backward(cache)[1] if backward.__code__.co_argcount == 1 else backward(1.0, cache)[1]
    return {**values, "f": f}, {"df": 1.0, **gradients}


@pytest.mark.parametrize("final", [False, True], ids=["", "final"])
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name, arguments, values, gradients", PRINTED, ids=[row[0] for row in PRINTED])
def test_numbers_of_the_notes(
    name: str,
    arguments: dict[str, Any],
    values: dict[str, Any],
    gradients: dict[str, Any],
    style: str,
    final: bool,
) -> None:
    options = Options(style=style, final=(name,) if final else (), only=(name,))
    module = with_locals(generate_module(SOURCES, "notes.py", options))
    found, found_gradients = passes(module, name, arguments)
    assert {n: rounded(found[n]) for n in values} == values
    assert {n: rounded(found_gradients[f"d{n}"]) for n in gradients} == gradients


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "name, arguments, f, gradients",
    [
        ("circuit", (-2, 5, -4), -12, [-4, -4, 3]),
        ("neuron", ([2, -3, -3], [-1, -2]), 0.73, [[-0.20, -0.39, 0.20], [0.39, -0.59]]),
        ("patterns", (3.0, -4.0, 2.0, -1.0), -20.0, [-8.0, 6.0, 2.0, 0.0]),
    ],
)
def test_the_functions_as_handed_in_give_these_numbers_too(
    name: str, arguments: tuple[Any, ...], f: float, gradients: list[Any], style: str
) -> None:
    options = Options(style=style, final=FINAL)
    module = namespace(generate_module(FORWARD, "forward.py", options))
    value, cache = module[f"{name}_forward"](*arguments)
    found = module[f"{name}_backward"](*([] if name in FINAL else [1.0]), cache)
    assert rounded(value) == f
    assert rounded(list(found)) == gradients


@pytest.mark.parametrize("style", STYLES)
def test_staged_gives_what_the_listing_of_the_notes_gives(style: str) -> None:
    """The notes give x = 3, y = -4 and print no results: their own listing is run instead."""
    module = namespace(generate_module(FORWARD, "forward.py", Options(style=style, final=FINAL)))
    value, cache = module["staged_forward"](3, -4)
    assert value == namespace(FORWARD)["staged"](3, -4)
    assert module["staged_backward"](cache) == namespace(BACKWARD)["staged_backward"](cache)


def test_a_thousandfold_input_gives_weights_a_thousandfold_gradient() -> None:
    """The notes' remark on preprocessing: the scale of the data scales the gradient on the weights."""
    source = 'def score(w: "2", x: "2"):\n    return w[0] * x[0] + w[1] * x[1]\n'
    module = namespace(generate_module(source, "score.py", Options(wrt={"score": ("w",)})))
    w, x = [0.5, -2.0], [1.5, 3.0]
    small, large = (
        module["score_backward"](1.0, module["score_forward"](w, given)[1])
        for given in (x, [1000 * v for v in x])
    )
    assert large == [1000 * gradient for gradient in small]


@pytest.mark.parametrize("style", STYLES)
def test_matrix_product_has_the_gradients_of_the_notes(style: str) -> None:
    module = namespace(generate_module(FORWARD, "forward.py", Options(style=style)))
    rng = np.random.default_rng(0)
    W, X, dD = rng.normal(size=(5, 10)), rng.normal(size=(10, 3)), rng.normal(size=(5, 3))
    D, cache = module["matmul_forward"](W, X)
    dW, dX = module["matmul_backward"](dD, cache)
    for found, expected in ((D, W.dot(X)), (dW, dD.dot(X.T)), (dX, W.T.dot(dD))):
        np.testing.assert_array_equal(found, expected)
