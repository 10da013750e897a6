"""Every error code has a page, and what the page says is so."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

import codegen
from codegen.cli import main
from codegen.explain import page, titles

SOURCES = sorted(Path(codegen.__file__).parent.glob("*.py"))
CODES = sorted(titles())
FILE_NAMES = {"python": "model.py", "ini": "setup.cfg"}


def text_of(code: str) -> str:
    text = page(code)
    assert text is not None
    return text


def test_codes_in_the_source_and_pages_agree() -> None:
    used = {code for path in SOURCES for code in re.findall(r'"(E\d{3})"', path.read_text(encoding="utf-8"))}
    assert used == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_page_has_its_parts(code: str) -> None:
    parts = re.split(r"^## (.+)$", text_of(code), flags=re.MULTILINE)
    assert parts[0].startswith(f"# {code}: ")
    assert parts[1::2] == ["Example", "Instead"]
    assert max(map(len, text_of(code).splitlines())) <= 100


@pytest.mark.parametrize("code", CODES)
def test_the_example_gives_the_error(code: str, tmp_path: Path, capsysbinary: Any) -> None:
    status, errors = carry_out(section(code, "Example"), tmp_path, capsysbinary)
    assert status == 1, errors
    assert set(re.findall(r"error\[(E\d{3})\]", errors)) == {code}, errors


@pytest.mark.parametrize("code", CODES)
def test_what_to_write_instead_has_no_problems(code: str, tmp_path: Path, capsysbinary: Any) -> None:
    status, errors = carry_out(section(code, "Instead"), tmp_path, capsysbinary)
    assert (status, errors) == (0, "")


@pytest.mark.parametrize("spelling", ["E101", "e101", "error[E101]", "error[E101]:", "[E101]"])
def test_a_code_is_found_however_it_is_copied(spelling: str) -> None:
    assert page(spelling) == text_of("E101")


@pytest.mark.parametrize("spelling", ["", "E1", "E999", "101", "../E101", "E101.md"])
def test_what_is_no_code_has_no_page(spelling: str) -> None:
    assert page(spelling) is None


def section(code: str, name: str) -> str:
    return text_of(code).partition(f"## {name}\n")[2].partition("\n## ")[0]


def carry_out(text: str, folder: Path, capsysbinary: Any) -> tuple[int, str]:
    """Saves the blocks of a section, and runs its command, or `backprop generate model.py`."""
    command = "backprop generate model.py"
    for kind, block in re.findall(r"^```(\w+)[^\n]*\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        if kind == "console":
            command = block.strip().removeprefix("$ ")
            continue
        named = re.match(r"# (\w+\.\w+)\n", block)
        path = folder / (named[1] if named else FILE_NAMES[kind])
        path.write_text(block.replace("DEEP", "(" * 1000 + "x" + ")" * 1000))
    before = Path.cwd()
    os.chdir(folder)
    try:
        status = main(shlex.split(command)[1:])
    finally:
        os.chdir(before)
    return status, capsysbinary.readouterr().err.decode()
