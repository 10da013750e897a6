"""Generating takes steps in proportion to the source: calls of functions, as many on each machine."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from generating import ROWS

from codegen.generate import Options, generate_module

SIZES = (25, 100)
MOST = 4.3  # a little more than the sizes grow


def calls(text: str) -> int:
    """How many functions of Python are called to generate from a source."""
    found = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal found
        found += event == "call"

    threading.setprofile(count)  # of the thread that generates, too
    try:
        generate_module(text, "m.py", Options())
    finally:
        threading.setprofile(None)  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize("row", ["straight", "mixed", "loops", "branches", "long_sum"])
def test_four_times_as_many_statements_take_four_times_as_many_calls(row: str) -> None:
    small, large = (ROWS[row][0](size) for size in SIZES)
    generate_module(small, "m.py", Options())  # the gates that it meets are read
    assert calls(large) < MOST * calls(small)
