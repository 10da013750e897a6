"""The house keeps its order: each step imports only those before it, and no file outgrows a reader."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "codegen").glob("*.py"))
TESTS = sorted((ROOT / "tests").glob("*.py"))
TABLE = re.compile(r"^\| ((?:`\w+`(?:, )?)+) \|", re.MULTILINE)
LONGEST = 600

# Modules that stand beside a step, or that are no step at all.
ENTRY_POINTS = {"__init__", "__main__"}


def order() -> list[str]:
    """The modules in the order of the table in docs/design.md."""
    text = (ROOT / "docs" / "design.md").read_text()
    return [name for row in TABLE.findall(text) for name in re.findall(r"\w+", row)]


def imported(path: Path) -> set[str]:
    """The modules of the package that a module imports, anywhere in it but for type checking."""
    tree = ast.parse(path.read_text())
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            node.body = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "codegen":
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("codegen."):
            found.add(node.module.split(".")[1])
        elif isinstance(node, ast.Import):
            found |= {a.name.split(".")[1] for a in node.names if a.name.startswith("codegen.")}
    return found & {path.stem for path in MODULES}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_module_is_in_the_table_of_the_design(path: Path) -> None:
    assert path.stem in order() or path.stem in ENTRY_POINTS


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_module_imports_only_steps_before_it(path: Path) -> None:
    if path.stem not in ENTRY_POINTS:
        steps = order()
        assert path.stem in steps
        later = set(steps[steps.index(path.stem) :])
        assert not imported(path) & later


def test_the_table_of_the_design_names_only_what_is_there() -> None:
    assert set(order()) <= {path.stem for path in MODULES}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_module_fits_in_a_readers_head(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= LONGEST


def test_no_module_is_called_after_nothing_in_particular() -> None:
    vague = {"utils", "util", "helpers", "common", "misc", "tools"}
    assert not vague & {path.stem for path in MODULES}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_module_opens_with_a_sentence(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text()))


@pytest.mark.parametrize("path", [*TESTS, *MODULES], ids=lambda path: path.stem)
def test_no_two_functions_of_one_name_stand_side_by_side(path: Path) -> None:
    """The first of two tests of one name would never run."""
    tree = ast.parse(path.read_text())
    for scope in ast.walk(tree):
        if isinstance(scope, (ast.Module, ast.ClassDef)):
            names = Counter(
                node.name
                for node in scope.body
                if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.decorator_list
            )
            tests = Counter(
                node.name
                for node in scope.body
                if isinstance(node, ast.FunctionDef) and node.name.startswith("test")
            )
            assert [name for name, times in (names | tests).items() if times > 1] == []
