"""Types of the source carry over: the pair of a function that passes mypy --strict does so, too."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from codegen.cli import main
from codegen.generate import generate_module
from codegen.gradcheck import check_gradients
from codegen.inprocess import grad
from codegen.options import Options

SOURCES = Path(__file__).parent / "data" / "typed"
WITHOUT = (
    "def f(x, y: float) -> float:\n    return x * y\n",
    "def f(x: float, y: float):\n    return x * y\n",
    'def f(x: "N", y: float) -> float:\n    return x * y\n',
    'def f(x: "", y: "") -> "":\n    return x * y\n',
    "def f(x: float, *, y) -> float:\n    return x * y\n",
)


def heads(text: str, **options: str) -> list[str]:
    """The signatures in what is generated, each in one line."""
    made = generate_module(text, "m.py", Options(line_length=200, **options))
    return [line for line in made.split("\n") if line.startswith("def ")]


@pytest.mark.skipif(find_spec("mypy") is None, reason="mypy is not there")
@pytest.mark.exhaustive
def test_mypy_finds_nothing_in_pairs_of_typed_functions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of one module alone, in both styles and at another width, and of modules of a build."""
    monkeypatch.chdir(tmp_path)
    for source in SOURCES.glob("*.py"):
        shutil.copy(source, tmp_path)
    for style in ("clean", "notes"):
        for name in ("numbers_and_arrays", "containers_and_loops"):
            assert main(["generate", f"{name}.py", "--style", style, "-o", f"{style}_{name}.py"]) == 0
    assert main(["generate", "numbers_and_arrays.py", "--line-length", "60", "-o", "narrow.py"]) == 0
    (tmp_path / "setup.cfg").write_text(
        "[backprop]\nsources = calls.py numbers_and_arrays.py\noutput = out\n"
    )
    assert main(["build", "-q", "--no-cache"]) == 0
    (tmp_path / "out" / "__init__.py").touch()
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), "."],
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "in 11 source files" in done.stdout


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "def f(x: float, y: float) -> float:\n    return x * y\n",
            [
                "def f_forward(x: float, y: float) -> tuple[float, tuple[Any, ...]]:",
                "def f_backward(dout: float, cache: tuple[Any, ...]) -> tuple[float, float]:",
            ],
        ),
        (
            "def f(x: float, n: int = 2, *, y: float = 1.0) -> tuple[float, int, float]:\n"
            "    return x * n, n, x * y\n",
            [
                "def f_forward(x: float, n: int = 2, *, y: float = 1.0)"
                " -> tuple[float, int, float, tuple[Any, ...]]:",
                "def f_backward(dout: float, dout1: float, cache: tuple[Any, ...]) -> tuple[float, float]:",
            ],
        ),
        (
            "def f(xs: list[float], p: tuple[float, float]) -> list[float]:\n"
            "    return [p[0] * x for x in xs]\n",
            [
                "def f_forward(xs: list[float], p: tuple[float, float])"
                " -> tuple[list[float], tuple[Any, ...]]:",
                "def f_backward(ditems: list[float], cache: tuple[Any, ...]) -> tuple[list[float], Any]:",
            ],
        ),
    ],
    ids=["numbers", "several outputs and defaults", "lists and tuples"],
)
def test_types_are_those_of_the_source(source: str, expected: list[str]) -> None:
    *helpers, forward, backward = heads(source)
    assert [forward, backward] == expected
    assert all(line.endswith(" -> Any:") and ": Any" in line for line in helpers)


def test_a_final_output_and_a_single_gradient_are_typed() -> None:
    made = generate_module("def f(x: float) -> float:\n    return x * x\n", "m.py", Options(final=("f",)))
    assert "def f_backward(cache: tuple[Any, ...]) -> float:\n" in made
    assert "    dx: float = 2 * x\n" in made


@pytest.mark.parametrize("source", WITHOUT)
def test_functions_with_shapes_or_without_some_type_stay_untyped(source: str) -> None:
    made = generate_module(source, "m.py", Options())
    assert "Any" not in made
    assert "->" not in made


def test_of_typed_and_other_functions_each_stays_what_it_is() -> None:
    source = "def f(x: float) -> float:\n    return x * x\n\n\ndef g(x):\n    return x * x\n"
    found = heads(source)
    assert "def g_forward(x):" in found
    assert "def g_backward(dout, cache):" in found
    assert "def f_backward(dout: float, cache: tuple[Any, ...]) -> float:" in found


@pytest.mark.parametrize(
    ("above", "line", "word"),
    [
        ("from typing import Any, NamedTuple\n", "from typing import Any", "Any"),
        (
            "import typing\nfrom typing import Any as Anything\n",
            "from typing import Any as Anything",
            "Anything",
        ),
        ("Any = 3.0\n", "from typing import Any as Any1", "Any1"),
    ],
)
def test_any_is_called_what_the_source_calls_it(above: str, line: str, word: str) -> None:
    source = f"{above}\n\ndef f(x: float) -> float:\n    return x * {'Any' if '=' in above else 'x'}\n"
    made = generate_module(source, "m.py", Options())
    assert f"{line}\n" in made
    assert f"cache: tuple[{word}, ...]" in made


def cubed(x: float, y: float) -> float:
    total = 0.0
    for _ in range(3):
        total = (total + x) * y
    return total


def test_a_typed_pair_is_right_and_can_be_differentiated_again() -> None:
    assert check_gradients(cubed, 1.3, 0.7).ok
    first = grad(cubed, wrt="x")
    assert check_gradients(first, 1.3, 0.7).ok
