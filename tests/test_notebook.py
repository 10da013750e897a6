"""The extension of IPython: what a cell defines, what it shows, what is told where that is not possible."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

import codegen
from codegen.notebook import Cell

shells = pytest.importorskip("IPython.core.interactiveshell", reason="the extra `notebook` is not installed")


@pytest.fixture
def shell() -> Iterator[Any]:
    """A shell that has the extension, and what it displays."""
    found = shells.InteractiveShell.instance()
    found.shown = []
    found.display_formatter.format, before = (
        lambda value, *rest, **more: (found.shown.append(value), ({}, {}))[1],
        found.display_formatter.format,
    )
    found.run_line_magic("load_ext", "codegen")
    yield found
    found.display_formatter.format = before
    shells.InteractiveShell.clear_instance()


def cell(shell: Any, text: str) -> Cell | None:
    """Runs a cell; what it shows, if that is a cell with pairs."""
    shell.shown.clear()
    shell.run_cell(text, store_history=True)
    return next((one for one in shell.shown if isinstance(one, Cell)), None)


def test_a_cell_defines_its_functions_and_their_pairs(shell: Any) -> None:
    shown = cell(shell, "%%backprop --style notes\ndef f(x, y):\n    q = x + y\n    return q * x\n")
    assert shown is not None and "(1) * dq" in shown.text
    space = shell.user_ns
    out, cache = space["f_forward"](3.0, 4.0)
    assert out == space["f"](3.0, 4.0) == 21.0
    assert space["f_backward"](1.0, cache) == (10.0, 3.0)


def test_what_other_cells_have_is_known(shell: Any) -> None:
    shell.run_cell("import numpy as np\nfrom math import exp as e\nK = 2.0\n")
    shell.run_cell("def inner(v):\n    return v * v * K\n", store_history=True)
    text = "%%backprop\ndef f(x):\n    return np.sum(inner(np.tanh(x))) + e(K)\n"
    assert cell(shell, text) is not None
    x = np.array([0.5, -0.3])
    out, cache = shell.user_ns["f_forward"](x)
    assert np.allclose(out, np.sum(2 * np.tanh(x) ** 2) + math.exp(2.0))
    assert np.allclose(shell.user_ns["f_backward"](1.0, cache), 4 * np.tanh(x) * (1 - np.tanh(x) ** 2))


def test_an_example_is_run_and_its_values_are_shown(shell: Any) -> None:
    shown = cell(shell, "%%backprop --at 'x=-2.0, y=5.0, z=-4.0'\ndef f(x, y, z):\n    return (x + y) * z\n")
    assert shown is not None
    assert "<h4>Gradient check</h4>" in shown.page and ">right<" in shown.page
    html = shown._repr_html_()
    assert html.startswith("<iframe srcdoc=") and "<script>" not in html


def test_lines_keep_the_numbers_that_they_have_in_the_cell(shell: Any) -> None:
    shell.run_cell("import numpy as np")
    shown = cell(shell, "%%backprop\ndef f(x):\n    return np.exp(x)\n")
    assert shown is not None and 'id="f-s3"' in shown.page


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("%%backprop\ndef f(x):\n    return mystery(x)\n", "the cell:3"),
        ("%%backprop --at x=hello\ndef f(x):\n    return x * x\n", "no shape"),
        ("%%backprop --at x=(2,)\ndef f(x):\n    return x @ [[1.0]]\n", "fails on these arguments"),
    ],
    ids=["refused", "no example", "it fails"],
)
def test_what_stands_against_a_cell_is_told(
    shell: Any, text: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cell(shell, text) is None
    assert said in capsys.readouterr().err


def test_a_cell_that_raises_has_no_pairs(shell: Any) -> None:
    assert cell(shell, "%%backprop\n1 / 0\ndef unheard(x):\n    return x\n") is None
    assert "unheard_forward" not in shell.user_ns


def square(x: float) -> float:
    return x * x


def test_a_pair_shows_its_text() -> None:
    pair = codegen.backprop(square)
    forward, backward = pair
    assert forward(3.0)[0] == 9.0 and backward(1.0, forward(3.0)[1]) == 6.0
    html = pair._repr_html_()  # type: ignore[attr-defined]
    assert "<pre" in html and "square_backward" in html
