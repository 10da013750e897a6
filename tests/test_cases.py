"""Each file of tests/cases, held to its text and to its numbers, in every mode there is."""

from __future__ import annotations

import ast
import contextlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from case_files import (
    Case,
    case_paths,
    check_generated,
    check_second_order,
    in_latin_letters,
    in_other_letters,
    read_case,
    written_case,
)
from checking import namespace

from codegen.problems import Refused


def all_cases() -> list[Any]:
    """Every file; one that is known not to hold is marked so, and must be unmarked when it does."""
    found = []
    for path in case_paths():
        reason = read_case(path).not_yet
        marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
        found.append(pytest.param(path, id=path.stem, marks=marks))
    return found


def unchecked(case: Case) -> set[str]:
    """The functions with a pair that have no call in the head, and are not called by another one either."""
    module = ast.parse(case.source)
    functions = [node for node in module.body if isinstance(node, ast.FunctionDef)]
    read = {node.id for node in ast.walk(module) if isinstance(node, ast.Name)} | {*dict(case.arguments)}
    return {f.name for f in functions if f"def {f.name}_backward(" in case.output} - read


@pytest.mark.parametrize("path", all_cases())
def test_case(path: Path) -> None:
    """The text is this text; it is right, in the other style too."""
    case = read_case(path)
    assert path.read_bytes().decode() == written_case(case), "the file is not laid out as a case"
    text = case.generated()
    assert text == case.output, f"update with: python tests/update_cases.py {path.stem}"
    assert not unchecked(case), "a case needs arguments for each of its pairs"
    check_generated(text, case.source, case.arguments, case.options)
    other = case.generated(style="clean" if case.options.style == "notes" else "notes")
    check_generated(other, case.source, case.arguments, case.options)


CUT_OFF = {  # where integers stay integers
    "argument_gone_over_that_may_be_given_back": "arrays of integers in a container",
    "items_of_an_argument_that_was_written_into": "arrays of integers in a container",
    "rows_written_beside_numbers": "an int of the source times an array of integers",
}


@pytest.mark.exhaustive
@pytest.mark.parametrize("path", all_cases())
def test_case_with_an_upstream_gradient_of_integers(path: Path, request: pytest.FixtureRequest) -> None:
    """It gives what the same numbers as floats give, or raises: nothing is cut off."""
    case = read_case(path)
    if reason := CUT_OFF.get(case.name):
        request.applymarker(pytest.mark.xfail(reason=reason, strict=True))
    made = namespace(case.output)
    for checked in check_generated(case.output, case.source, case.arguments, case.options):
        backward, (*ups, cache) = made[f"{checked.name}_backward"], checked.backward
        ints = [np.rint(up * 3).astype(int) if isinstance(up, np.ndarray) else up for up in ups]
        floats = [up.astype(float) if isinstance(up, np.ndarray) else up for up in ints]
        expected = flat_numbers(backward(*floats, cache))
        with contextlib.suppress(TypeError):
            assert np.allclose(flat_numbers(backward(*ints, cache)), expected, equal_nan=True), checked.name


def flat_numbers(nest: Any) -> list[complex]:
    """The numbers in arrays and containers, in order."""
    if isinstance(nest, dict):
        return [number for item in nest.values() for number in flat_numbers(item)]
    if isinstance(nest, (list, tuple)):
        return [number for item in nest for number in flat_numbers(item)]
    fields = getattr(nest, "__dataclass_fields__", None)
    if fields is not None:
        return [number for name in fields for number in flat_numbers(getattr(nest, name))]
    return [complex(number) for number in np.ravel(nest)]


@pytest.mark.exhaustive
@pytest.mark.parametrize("path", all_cases())
def test_case_to_second_order(path: Path) -> None:
    """What is generated is a source itself, or is refused where the case says so."""
    case = read_case(path)
    for checked in check_generated(case.output, case.source, case.arguments, case.options):
        if checked.name in case.first_order_only:
            with pytest.raises((Refused, TypeError)):  # a forward pass may say so itself
                check_second_order(case.output, checked)
        else:
            check_second_order(case.output, checked)


def marked(source: str, lines: set[int], word: str) -> str:
    """The source with a pragma on some lines that have no comment."""
    row = source.split("\n")
    for line in lines:
        row[line - 1] += "" if "#" in row[line - 1] else f"  # backprop: {word}"
    return "\n".join(row)


def check_with_marks(case: Case, source: str) -> None:
    """The case with its source marked is as right, or refused because it cannot be computed again."""
    again = replace(case, source=source)
    try:
        text = again.generated()
    except Refused as error:
        others = (problem for problem in error.problems if "writes into its argument" not in problem.message)
        assert {problem.code for problem in others} <= {"E006", "E110"}
    else:
        check_generated(text, again.source, case.arguments, case.options)


@pytest.mark.exhaustive
@pytest.mark.parametrize("path", all_cases())
def test_case_with_values_computed_again(path: Path) -> None:
    """What each statement on one line gives to names is not kept, unless it cannot be computed again."""
    case = read_case(path)
    nodes = (n for n in ast.walk(ast.parse(case.source)) if isinstance(n, (ast.Assign, ast.Return)))
    lines = {n.lineno for n in nodes if n.lineno == n.end_lineno and n.col_offset > 0}
    check_with_marks(case, marked(case.source, lines, "recompute"))


@pytest.mark.exhaustive
@pytest.mark.parametrize("path", all_cases())
def test_case_with_loops_in_stretches(path: Path) -> None:
    """Of the outermost loops of each function only some states are kept, where that can be done."""
    case = read_case(path)
    lines, todo = set[int](), [ast.parse(case.source)]
    while todo:
        node = todo.pop()
        if isinstance(node, ast.For) and node.lineno < node.body[0].lineno:
            lines.add(node.lineno)
        else:
            todo += ast.iter_child_nodes(node)  # type: ignore[arg-type]
    check_with_marks(case, marked(case.source, lines, "checkpoint"))


def cases_about_other_things_than_names() -> list[Path]:
    """Those whose names are not mentioned in an option, and are not what the case is about."""
    cases = [(path, read_case(path)) for path in case_paths()]
    return [path for path, case in cases if not case.names_matter and not case.not_yet]


@pytest.mark.exhaustive
@pytest.mark.parametrize("path", cases_about_other_things_than_names(), ids=lambda path: path.stem)
def test_case_is_the_same_under_other_names(path: Path) -> None:
    """Names of the same length, in other letters, give the same text in these."""
    case = read_case(path)
    renamed = replace(case, source=in_other_letters(case.source))
    assert in_latin_letters(renamed.generated()) == case.output
