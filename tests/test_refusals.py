"""What cannot be handled is refused: by these codes, in these places, with a way out.

A file of tests/refusals says in its head what is expected, with places in the file itself:

    # expect: E101 at 5:5 under: for i in range(3):
    # options: final=f
    # not yet: reason
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from case_files import read_options

from codegen.generate import Options, generate_module
from codegen.problems import Problem, Refused, render

FOLDER = Path(__file__).parent / "refusals"
HEAD = re.compile(r"^# (expect|options|not yet): .*$", re.MULTILINE)
EXPECT = re.compile(r"^# expect: (E\d{3}) at (\d+):(\d+)(?: under: (.*))?$", re.MULTILINE)
OPTIONS = re.compile(r"^# options: (.*)$", re.MULTILINE)
NOT_YET = re.compile(r"^# not yet: (.*)$", re.MULTILINE)


def files() -> list[Any]:
    """Every file; one that is known not to hold is marked so."""
    found = []
    for path in sorted(FOLDER.glob("*.py")):
        reason = NOT_YET.search(path.read_text())
        marks = [pytest.mark.xfail(reason=reason[1], strict=True)] if reason else []
        found.append(pytest.param(path, id=path.stem, marks=marks))
    return found


def problems_of(source: str, name: str, options: Options) -> tuple[Problem, ...]:
    with pytest.raises(Refused) as caught:
        generate_module(source, name, options)
    return caught.value.problems


def marked(problem: Problem, source: str) -> str:
    """The text above the carets; to the end of its line where a whole block is meant."""
    _, line, carets, *_ = render(problem, "file.py", source.split("\n")).split("\n")
    assert carets.lstrip(" ").strip("^") == ""
    start = len(carets) - len(carets.lstrip(" "))
    return line[start:] if problem.end == 0 else line[start : len(carets)]


@pytest.mark.parametrize("path", files())
def test_refusal(path: Path) -> None:
    text = path.read_text()
    options = OPTIONS.search(text)
    source = HEAD.sub("", text)
    problems = problems_of(source, path.name, read_options(options[1] if options else ""))
    found = [(p.code, str(p.line), str(p.column), marked(p, source)) for p in problems]
    assert found == EXPECT.findall(text)
    for problem in problems:
        assert problem.message and problem.help
        assert not problem.message.endswith("."), "a message is no sentence on its own"
