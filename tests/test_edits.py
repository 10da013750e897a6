"""An edit of one forward statement shows in the diff as that statement and its mirror.

Besides them may change: the two cache lines, `=` against `+=` (and the copy that goes with it),
docstrings, and in the notes' style the numbers. Statements that are one gate together have one mirror:
an edit of one of them may take it apart. In the notes' style each has its own.
"""

from __future__ import annotations

import ast
import copy
import functools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from case_files import in_latin_letters

from codegen.generate import Options, generate_module
from codegen.problems import Refused

LAYERS = (Path(__file__).parent / "data" / "layers.py").read_text()
NOTES = (Path(__file__).parent / "data" / "notes_forward.py").read_text()

OTHERS = """
import numpy as np


def perceptron(x: "N D", w: "D M", b: "M", v: "M"):
    a = x @ w + b
    h = np.tanh(a)
    scores = h @ v
    total = np.sum(h * h, axis=1)
    out = scores - 0.5 * total
    return out


def softmax(x: "N C"):
    m = np.max(x, axis=1, keepdims=True)
    e = np.exp(x - m)
    s = np.sum(e, axis=1, keepdims=True)
    p = e / s
    return p


def chain(x: float, y: float):
    a = x * y + 3
    b = a / (y + 2)
    c = a * b - x
    d = 2 * c + b * b
    return d
"""

FUNCTIONS = [
    (LAYERS, "affine_relu"),
    (LAYERS, "batchnorm"),
    (NOTES, "circuit"),
    (NOTES, "staged"),
    (OTHERS, "perceptron"),
    (OTHERS, "softmax"),
    (OTHERS, "chain"),
]
TOGETHER = [("batchnorm", {"mu", "xc", "var", "std", "xhat", "out"}), ("softmax", {"m", "e", "s", "p"})]
SWAPPED = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult}


def edits() -> Iterator[tuple[str, str, int, str, str]]:
    """Each edit: what it is, the function's name, the statement's number, the texts before and after."""
    for text, name in FUNCTIONS:
        before = alone(text, name)
        body = function(before, name).body
        for number, statement in enumerate(body[:-1]):
            for what, changed in changes(statement, "math" if "import math" in text else "np"):
                yield what, name, number, before, replaced(before, statement, [changed])
            extra = f"unread = {target(statement)} * 2"
            after = replaced(before, statement, [before_text(before, statement), extra])
            yield f"insert `{extra}`", name, number, before, after


def alone(text: str, name: str) -> str:
    """A module with the imports and one function, pragmas above it included."""
    tree = ast.parse(text)
    lines = text.splitlines()
    node = function(text, name)
    first = node.lineno - 1
    while lines[first - 1].startswith("#"):
        first -= 1
    imports = [lines[n.lineno - 1] for n in tree.body if isinstance(n, ast.Import)]
    return "\n".join([*imports, "", "", *lines[first : node.end_lineno], ""])


def function(text: str, name: str) -> ast.FunctionDef:
    return next(n for n in ast.parse(text).body if isinstance(n, ast.FunctionDef) and n.name == name)


def changes(statement: ast.stmt, library: str) -> Iterator[tuple[str, str]]:
    """The statement with one thing changed: an operator, a number, a function around it."""
    nodes = list(ast.walk(statement))
    keywords = {id(n.value) for n in nodes if isinstance(n, ast.keyword)}
    indices = {id(n.slice) for n in nodes if isinstance(n, ast.Subscript)}
    for i, node in enumerate(nodes):
        again = copy.deepcopy(statement)
        same = list(ast.walk(again))[i]
        if isinstance(node, ast.BinOp) and type(node.op) in SWAPPED:
            same.op = SWAPPED[type(node.op)]()  # type: ignore[attr-defined]
        elif isinstance(node, ast.Constant) and type(node.value) in (int, float):
            if id(node) in keywords | indices:
                continue
            same.value = node.value + 1  # type: ignore[attr-defined]
        else:
            continue
        yield f"`{ast.unparse(statement)}` -> `{ast.unparse(again)}`", ast.unparse(again)
    assert isinstance(statement, ast.Assign)
    for wrapper in ("tanh", "exp"):
        text = f"{target(statement)} = {library}.{wrapper}({ast.unparse(statement.value)})"
        yield f"`{ast.unparse(statement)}` -> `{text}`", text


def target(statement: ast.stmt) -> str:
    assert isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name)
    return statement.targets[0].id


def before_text(text: str, statement: ast.stmt) -> str:
    return text.splitlines()[statement.lineno - 1].strip()


def replaced(text: str, statement: ast.stmt, new: list[str]) -> str:
    lines = text.splitlines(keepends=True)
    lines[statement.lineno - 1 : statement.end_lineno] = [f"    {line}\n" for line in new]
    return "".join(lines)


class Passes:
    """Both passes of a function, by user's statement: its forward lines, and its mirror."""

    def __init__(self, text: str, name: str, targets: list[str]) -> None:
        self.forward: dict[str, list[str]] = {}
        self.backward: dict[str, list[str]] = {}
        home: dict[str, str] = {}
        stages: list[ast.stmt] = []
        for statement in function(text, f"{name}_forward").body[1:-2]:
            stages.append(statement)
            if target(statement) in targets:
                self.forward[target(statement)] = [ast.unparse(s) for s in stages]
                home.update({target(s): target(statement) for s in stages})
                stages = []
        assert not stages, "every statement ends in one of the user's"
        group = ""
        for line in text[text.index(f"def {name}_backward") :].splitlines():
            if line.startswith("    # backprop "):
                group = home[line.removeprefix("    # backprop ").split(" = ")[0]]
            elif group and line.startswith("    return"):
                break
            elif group:
                self.backward.setdefault(group, []).append(line)


def plain(lines: list[str]) -> list[str]:
    """Lines with `=` for `+=`, without copies and the numbers of the notes' style."""
    found = []
    for node in ast.parse("\n".join(line.strip() for line in lines)).body:
        value = node.value  # type: ignore[attr-defined]
        if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Sub):
            value = ast.UnaryOp(ast.USub(), value)
        if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Mult):
            left = value.left
            if isinstance(left, ast.Constant) and left.value == 1 and isinstance(value.right, ast.Name):
                value = value.right
        first = node.targets[0] if isinstance(node, ast.Assign) else node.target  # type: ignore[attr-defined]
        found.append(f"{ast.unparse(first)} = {ast.unparse(value)}".replace("(", "").replace(")", ""))
    return sorted(found)


EDITS = list(edits())


@functools.cache
def generated(text: str, style: str) -> str:
    """The module before an edit, which many edits have in common."""
    return generate_module(text, "m.py", Options(style=style))


@pytest.mark.parametrize("style", ["clean", pytest.param("notes", marks=pytest.mark.exhaustive)])
@pytest.mark.parametrize("what, name, number, before, after", EDITS, ids=[f"{e[1]}: {e[0]}" for e in EDITS])
def test_edit_changes_only_its_own_mirror(
    what: str, name: str, number: int, before: str, after: str, style: str
) -> None:
    targets = [target(s) for s in function(after, name).body[:-1]]
    options = Options(style=style)
    old = Passes(generated(before, style), name, targets)
    new = Passes(generate_module(after, "m.py", options), name, targets)
    edited = {target(function(before, name).body[number]), "unread"}
    for where, group in TOGETHER if style == "clean" else ():
        edited |= group if where == name and edited & group else set()
    for other in set(targets) - edited:
        assert new.forward[other] == old.forward[other]
        assert plain(new.backward.get(other, [])) == plain(old.backward.get(other, []))


def test_inserted_statement_that_nobody_reads_leaves_the_backward_pass_as_it_is() -> None:
    for what, name, _, before, after in EDITS:
        if what.startswith("insert"):
            old, new = (generate_module(text, "m.py", Options()) for text in (before, after))
            start = f"def {name}_backward"
            assert new[new.index(start) :] == old[old.index(start) :]


@pytest.mark.parametrize("text, name", FUNCTIONS, ids=[name for _, name in FUNCTIONS])
def test_renaming_a_target_changes_its_name_and_nothing_else(text: str, name: str) -> None:
    before = alone(text, name)
    old = generate_module(before, "m.py", Options())
    for statement in function(before, name).body[:-1]:
        word = target(statement)
        other = "".join(
            chr(ord(letter) - ord("a") + 0x430) if letter.isalpha() else letter for letter in word
        )
        after = re.sub(rf"\b{word}\b", other, before)
        assert in_latin_letters(generate_module(after, "m.py", Options())) == old


def test_there_are_many_edits_and_none_is_refused() -> None:
    assert len(EDITS) > 100
    for what, _, _, _, after in EDITS:
        try:
            generate_module(after, "m.py", Options())
        except Refused as refused:  # pragma: no cover
            pytest.fail(f"{what}: {refused}")
