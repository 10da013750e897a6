"""Lines of the forward pass that nobody reads: what the user wrote stays, what was added for nothing goes."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest
from case_files import FOLDER, read_case

from codegen.forward import Piece
from codegen.unread import without_unread


def piece(text: str, statement: int = -1, depth: int = 0, kept: bool = False) -> Piece:
    return Piece((statement, None), text, kept, False, depth=depth)


def left(*pieces: Piece, read: tuple[str, ...] = (), mirrored: tuple[int, ...] = ()) -> list[str]:
    keys = {(statement, None) for statement in mirrored}
    return [p.text for p in without_unread(pieces, read, {"x"}, keys)]


@pytest.mark.parametrize("text", ["x_0 = x[0]", "x_before = x.copy()", "x_before = copy_of(x[i])", "n = 1"])
def test_name_of_ours_that_nobody_reads_goes(text: str) -> None:
    assert left(piece(text, 0), piece("y = x", 1, kept=True)) == ["y = x"]


def test_what_only_such_a_line_reads_goes_with_it() -> None:
    assert left(piece("row = x[0]", 0), piece("row_before = row.copy()", 1)) == []


@pytest.mark.parametrize("text", ["x1 = x[0]", "y = f(x)", "y = [x, x]", "y[0] = x[0]", "y = z = x"])
def test_what_is_the_users_or_does_more_stays(text: str) -> None:
    assert left(piece(text, 0)) == [text]


def test_what_is_read_or_mirrored_or_alone_in_a_block_stays() -> None:
    assert left(piece("y = x[0]", 0), read=("cache = (y,)",)) == ["y = x[0]"]
    assert left(piece("y = x[0]", 0), mirrored=(0,)) == ["y = x[0]"]
    block = ("if x:", "y = x[0]", "z = x")
    assert left(piece(block[0], 0), piece(block[1], 1, 1), piece(block[2], 2, 0, kept=True)) == [*block]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.py")), ids=lambda path: path.stem)
def test_no_copy_is_made_that_neither_pass_reads(path: Path) -> None:
    case = read_case(path)
    for function in ast.parse(case.output).body:
        if isinstance(function, ast.FunctionDef) and function.name.endswith("_forward"):
            names = [node for node in ast.walk(function) if isinstance(node, ast.Name)]
            times = Counter(node.id for node in names)
            given = {node.id for node in names if isinstance(node.ctx, ast.Store)}
            once = {name for name in given if times[name] == 1 and name.endswith("_before")}
            assert not once, (function.name, once)
