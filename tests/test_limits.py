"""What docs/limits.md says of gradients at the edge is what happens."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from checking import namespace

from codegen.generate import Options, generate_module

TEXT = (Path(__file__).parents[1] / "docs" / "limits.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```python\n(.*?)^```.*?^```text\nx  = (.*?)\ndx = (.*?)\n```$", TEXT, re.M | re.S)
ROWS = [[cell.strip() for cell in row.split("|")] for row in re.findall(r"^\| (`.*) \|$", TEXT, re.M)]

POINTS = {
    "at 0": np.zeros(2),
    "at -1 and 1": np.array([-1.0, 1.0]),
    "at a vector of zeros": np.zeros(2),
    "of equal entries": np.ones(2),
    "where both are equal": np.ones(2),
    "where several are largest": np.ones(2),
}
UNDER_ZERO = "; `nan` if the gradient from above is 0"


@pytest.fixture(autouse=True)
def numpy_is_quiet() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        yield


def gradient(source: str, args: list[Any], up: float) -> Any:
    """The gradient of the last function of a source, and its output's gradient being `up`."""
    head = "" if "import numpy" in source else "import numpy as np\n\n"
    text = generate_module(head + source, "limits.py", Options())
    name = re.findall(r"^def (\w+)", source, re.M)[-1]
    module = namespace(text)
    out, cache = module[f"{name}_forward"](*args)
    return module[f"{name}_backward"](np.ones_like(out) * up, cache)


@pytest.mark.parametrize(
    ("source", "x", "dx"), EXAMPLES, ids=[re.findall(r"def (\w+)", s)[0] for s, *_ in EXAMPLES]
)
def test_example(source: str, x: str, dx: str) -> None:
    known = {"nan": np.nan, "inf": np.inf}
    point = eval(x)
    found = gradient(source, [np.array(point) if isinstance(point, list) else point], 1.0)
    np.testing.assert_array_equal(found, eval(dx, known))


@pytest.mark.parametrize(("where", "what"), ROWS, ids=[where for where, _ in ROWS])
def test_row(where: str, what: str) -> None:
    spot = where.rpartition("`")[2].strip()
    for expression in re.findall(r"`(.*?)`", where):
        names = ["x", "y"] if re.search(r"\by\b", expression) else ["x"]
        source = f"def f({', '.join(names)}):\n    return {expression} + 0 * x\n"
        args = [POINTS[spot].copy() for _ in names]
        found, under_zero = (gradient(source, args, up) for up in (1.0, 0.0))
        first = found[0] if len(names) > 1 else found
        if what == "goes to `x`":
            assert (first == 1).all() and (found[1] == 0).all()
        elif what == "goes to the first":
            np.testing.assert_array_equal(gradient(source.replace(" + 0 * x", ""), args, 1.0), [1, 0])
        elif what in ("0", "`nan`"):
            np.testing.assert_array_equal(first, np.full(2, float(what.strip("`"))))
        else:
            sign = np.abs if what.startswith("`inf` in size") else np.positive
            assert what.removesuffix(UNDER_ZERO) in ("`inf`", "`inf` in size")
            assert (sign(first) == np.inf).all() and np.isnan(under_zero).all()


def test_all_of_the_page_is_tried() -> None:
    assert len(EXAMPLES) == TEXT.count("```python")
    assert len(ROWS) == len(re.findall(r"^\|", TEXT, re.M)) - 2
