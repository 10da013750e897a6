"""docs/truths.md names what holds each of its rows; and what it says of all outputs is so."""

from __future__ import annotations

import ast
import copy
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from case_files import case_paths, drawn, read_case
from checking import leaves, namespace

from codegen.generate import Options, generate_module

HERE = Path(__file__).parent
TEXT = (HERE.parent / "docs" / "truths.md").read_text(encoding="utf-8")
TABLES = [line for line in TEXT.splitlines() if line.startswith("|")]
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in TABLES
    if not line.startswith(("|---", "| what goes wrong"))
]


def quoted(cell: str) -> list[str]:
    """The code in a cell."""
    return re.findall(r"`(.*?)`", cell)


def file_of(name: str) -> Path:
    """The file that a name of the last column is in."""
    if "::" in name:
        return HERE / f"{name.partition('::')[0]}.py"
    return HERE / (f"{name}.py" if name.startswith("refusals/") else f"cases/{name}.py")


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_row_names_what_holds_it(row: list[str]) -> None:
    _, output, held = row
    names = quoted(held)
    assert names
    text = ""
    for name in names:
        path = file_of(name)
        assert path.exists(), f"{name} is not there"
        text += path.read_text(encoding="utf-8")
        if "::" in name:
            assert f"\ndef {name.partition('::')[2]}(" in text, f"{name} is not there"
    for code in quoted(output):
        assert code in text, f"{code} stands in none of the files"


def test_no_row_is_left_out() -> None:
    assert len(ROWS) == len(TABLES) - 2 * TEXT.count("| what goes wrong") > 40


# What only shows when it runs.

X, FEW = np.ones(3), [1.0, 2.0]
TOLD = [
    ("def f(A: 'N', B: 'N'):\n    A *= B\n", (X, X), ValueError, "f: A and B overlap"),
    ("def f(A: 'N', B: 'N'):\n    A[1:] += B[0]\n", (X, X[:2]), ValueError, "f: A and B overlap"),
    (
        "def f(r: list[np.ndarray], x: '3'):\n    r[0][0] = x[1] * r[1][2]\n    return r[0] * x\n",
        ([X, 2 * X[:2]], X),
        ValueError,
        "f: values in r and x overlap",
    ),
    (
        "def f(r: list[np.ndarray], n: int):\n    for i in range(n):\n        r[i] *= 2\n",
        ([X, 2 * X[:2], X[1:]], 3),
        ValueError,
        "f: values in r overlap",
    ),
    (
        "def f(r: list[float], q: list[float]):\n    r[0] = r[0] * q[1]\n    return q[0] * r[0]\n",
        (FEW, FEW),
        ValueError,
        "f: r and q are one",
    ),
    ("def f(x, y):\n    h = x\n    h *= y\n    return h\n", (X, X), TypeError, "f: x is an array, and"),
    (
        "def f(x, n):\n    for i in range(2):\n        x += n\n    return x\n",
        (X, 1.0),
        TypeError,
        "f: x is an",
    ),
]


@pytest.mark.parametrize(("source", "args", "error", "message"), TOLD, ids=[source for source, *_ in TOLD])
def test_what_shows_when_it_runs_is_told_there(
    source: str, args: tuple[Any, ...], error: type[Exception], message: str
) -> None:
    passes = namespace(generate_module(f"import numpy as np\n\n\n{source}", "f.py", Options()))
    before = copy.deepcopy(args)
    with pytest.raises(error, match=f"^{re.escape(message)}"):
        passes["f_forward"](*args)
    for arg, old in zip(args, before):
        np.testing.assert_equal(arg, old, err_msg="something was done before it was told")


def raised(text: str) -> Iterator[tuple[str, ast.Raise]]:
    """What each forward pass of a module raises."""
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef) and node.name.endswith("_forward"):
            yield from ((node.name, part) for part in ast.walk(node) if isinstance(part, ast.Raise))


def test_what_is_raised_begins_with_the_name_of_the_function() -> None:
    found = 0
    for path in case_paths():
        case = read_case(path)
        own = {ast.unparse(n) for n in ast.walk(ast.parse(case.source)) if isinstance(n, ast.Raise)}
        for name, statement in raised(case.output):
            text, function = ast.unparse(statement), name.removesuffix("_forward")
            if text not in own and re.match(
                r"raise \w+\(f?['\"]", text
            ):  # else the user's, spelled otherwise
                assert re.match(rf"raise (TypeError|ValueError)\('{function}: ", text), f"{case.name}: {text}"
                found += 1
    assert found


@pytest.mark.parametrize("path", case_paths()[::5], ids=lambda path: path.stem)
def test_docstring_tells_of_references(path: Path) -> None:
    """What the cache shares with the caller is told where the caller reads."""
    case = read_case(path)
    space, given = namespace(case.output), namespace(case.source)
    for name, arguments in case.arguments:
        args, forward = drawn(given[name], arguments), space[f"{name}_forward"]
        result = forward(*args)
        cache = result if given[name](*drawn(given[name], arguments)) is None else result[-1]
        arrays = [leaf for _, leaf in leaves(args) if isinstance(leaf, np.ndarray)]
        kept = [leaf for _, leaf in leaves(cache) if isinstance(leaf, np.ndarray)]
        if any(np.shares_memory(a, b) for a in arrays for b in kept):
            assert "references, not copies" in re.sub(r"\s+", " ", forward.__doc__)
