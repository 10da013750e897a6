"""What holds for the text of every output, and for sources that are laid out in unusual ways."""

from __future__ import annotations

import ast
import functools
import io
import re
import textwrap
import tokenize
from collections.abc import Iterator
from pathlib import Path

import black
import pytest
from case_files import case_paths, read_case
from checking import check_names, check_pair, namespace

from codegen.generate import Options, generate_module
from codegen.problems import Refused

ROOT = Path(__file__).parents[1]


@functools.cache
def outputs() -> dict[str, tuple[str, str]]:
    """Source and output of every case and example, by name."""
    found = {}
    for path in case_paths():
        case = read_case(path)
        found[case.name] = (case.source, case.output)
    for path in sorted((ROOT / "examples").glob("*.py")):
        text = path.read_text()
        found[f"examples/{path.stem}"] = (text, generate_module(text, path.name, Options()))
    return found


every_output = pytest.mark.parametrize("name", outputs())


def functions(text: str) -> dict[str, ast.FunctionDef]:
    return {node.name: node for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)}


def pairs(source: str, output: str) -> Iterator[tuple[ast.FunctionDef, ast.FunctionDef, ast.FunctionDef]]:
    """Each function of the source with both of its passes."""
    made = functions(output)
    for name, node in functions(source).items():
        if f"{name}_forward" in made:
            yield node, made[f"{name}_forward"], made[f"{name}_backward"]


def statements(node: ast.FunctionDef) -> list[ast.stmt]:
    """A function's body, without docstring."""
    return node.body[1:] if ast.get_docstring(node) is not None else node.body


def inner_statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements in a body and in the blocks in it, in order, without the blocks themselves."""
    for statement in body:
        blocks = [getattr(statement, name, []) for name in ("body", "orelse")]
        if any(blocks):
            for block in blocks:
                yield from inner_statements(block)
        elif not isinstance(statement, (ast.Break, ast.Continue, ast.Pass)):
            yield statement


def comments(text: str, node: ast.FunctionDef) -> list[str]:
    """The comments from a function's def to its end, each in one line."""
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    assert node.end_lineno is not None
    found: list[str] = []
    for t in tokens:
        if t.type == tokenize.COMMENT and node.lineno <= t.start[0] <= node.end_lineno:
            if t.string.startswith("#     ") and found[-1].startswith("# backprop "):
                found[-1] += t.string.removeprefix("#    ")
            else:
                found.append(t.string)
    return found


def lines(text: str, statement: ast.stmt) -> str:
    """The lines that a statement stands on, comments behind it too, but no number of the notes' style."""
    found = textwrap.dedent("\n".join(text.splitlines()[statement.lineno - 1 : statement.end_lineno]))
    return re.sub(r"  # \(\d+\)$", "", found)


@every_output
def test_output_binds_what_it_reads(name: str) -> None:
    check_names(outputs()[name][1])


@every_output
def test_what_is_cached_is_read(name: str) -> None:
    for _, forward, backward in pairs(*outputs()[name]):
        kept = forward.body[-2]
        assert isinstance(kept, ast.Assign) and isinstance(kept.value, ast.Tuple)
        saved = [ast.unparse(item) for item in kept.value.elts]
        assert len(set(saved)) == len(saved)
        body = statements(backward)
        cache = backward.args.args[-1].arg
        if not saved:
            assert cache not in {n.id for n in ast.walk(backward) if isinstance(n, ast.Name)}
            continue
        unpacked, rest = body[0], body[1:]
        assert isinstance(unpacked, ast.Assign) and isinstance(unpacked.targets[0], ast.Tuple)
        assert ast.unparse(unpacked.value) == cache
        assert [ast.unparse(item) for item in unpacked.targets[0].elts] == saved
        read = {
            n.id
            for statement in rest
            for n in ast.walk(statement)
            if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)
        }
        assert set(saved) <= read


@every_output
def test_no_forward_statement_is_lost(name: str) -> None:
    """Every statement of the user's has one in the forward pass that binds the same names, in order."""
    for function, forward, _ in pairs(*outputs()[name]):
        made = iter(list(inner_statements(statements(forward))))
        there = {n.id for n in ast.walk(forward) if isinstance(n, ast.Name)}
        parts = names_of_parts(function)
        elsewhere, lists = taken_out(function), names_of_lists(function)
        elsewhere |= in_stretches(function, outputs()[name][0])
        for statement in inner_statements(statements(function)):
            if isinstance(statement, ast.Return) or id(statement) in elsewhere:
                continue
            if is_spelled_otherwise(statement, there, parts):
                continue
            for names in bound_apart(statement, lists):
                mine = tuple(n for n in names if n in there or n not in parts)
                assert any(is_made_of(statement, mine, other) for other in made), ast.unparse(statement)


def in_stretches(function: ast.FunctionDef, source: str) -> set[int]:
    """The statements of loops of which only some states are kept: functions of their own hold them."""
    lines = source.split("\n")
    loops = (n for n in ast.walk(function) if isinstance(n, ast.For))
    marked = (loop for loop in loops if "# backprop: checkpoint" in lines[loop.lineno - 1])
    return {id(part) for loop in marked for statement in loop.body for part in ast.walk(statement)}


def taken_out(function: ast.FunctionDef) -> set[int]:
    """The statements that define functions in a function, or name them, or constants beside them; imports.

    The functions are ones of their own in the output, and take the constants along. A dict of functions
    is called by its items. Imports stand at the top, and `global` of what is only read says nothing.
    """
    called = {
        n.func.id for n in ast.walk(function) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)
    }
    found = [n for n in ast.walk(function) if isinstance(n, ast.FunctionDef) and n is not function]
    names = (n for n in ast.walk(function) if isinstance(n, ast.Assign) and len(n.targets) == 1)
    called |= {
        n.func.value.id
        for n in ast.walk(function)
        if isinstance(n, ast.Call)
        and isinstance(n.func, ast.Subscript)
        and isinstance(n.func.value, ast.Name)
    }
    lambdas = (n for n in names if holds_function(n.value) or ast.unparse(n.targets[0]) in called)
    constants = (n for n in function.body if found and isinstance(getattr(n, "value", None), ast.Constant))
    moved = [n for n in ast.walk(function) if isinstance(n, (ast.Import, ast.ImportFrom, ast.Global))]
    return {id(inner) for node in (*found, *lambdas, *constants, *moved) for inner in ast.walk(node)}


def holds_function(value: ast.expr) -> bool:
    """Whether a value is a function that is written there, or one of several."""
    arms = [value.body, value.orelse] if isinstance(value, ast.IfExp) else []
    return isinstance(value, ast.Lambda) or any(map(holds_function, arms))


VIEWS = (ast.Name, ast.Subscript, ast.Attribute)


def names_of_parts(function: ast.FunctionDef) -> set[str]:
    """The names that may be those of parts of arrays, or second names."""
    assigned = [n for n in ast.walk(function) if isinstance(n, ast.Assign)]
    values = [(t, v) for n in assigned for t, v in zip(n.targets, [n.value, *n.targets])]
    pairs = [(t, v) for target, value in values for t, v in zip(elements(target), elements(value))]
    named = {t.id for t, v in pairs if isinstance(t, ast.Name) and isinstance(v, VIEWS)}
    loops = [t for n in ast.walk(function) if isinstance(n, ast.For) for t in ast.walk(n.target)]
    return named | {t.id for t in loops if isinstance(t, ast.Name)}


def elements(node: ast.expr) -> list[ast.expr]:
    if isinstance(node, ast.IfExp):  # a part that a condition chooses
        return [node.body]
    return node.elts if isinstance(node, ast.Tuple) else [node]


def is_spelled_otherwise(statement: ast.stmt, there: set[str], parts: set[str]) -> bool:
    """Whether a statement makes, or writes into, what has no name of its own in the forward pass.

    That is a list or a dict whose items have names instead, or a part of an array. A dict that a
    loop fills becomes lists, and then a dict: what it begins as is nothing.
    """
    value = getattr(statement, "value", None)
    if isinstance(statement, ast.Assign) and isinstance(value, ast.Dict) and not value.keys:
        return True
    first = ast.unparse(getattr(statement, "targets", [statement])[0])
    names = bound(statement) or re.findall(r"^\w+", first)
    if isinstance(statement, ast.AugAssign) and {*names} <= parts:
        return True  # it is given its name again where it is returned
    return all(
        name not in there and (name in parts or any(other.startswith(f"{name}_") for other in there))
        for name in names
    )


def is_made_of(statement: ast.stmt, mine: tuple[str, ...], other: ast.stmt) -> bool:
    """Whether the other binds these names; `w = f(x)[0]` may have become `w, v = f(x)`."""
    others = bound(other)
    if is_of_lists_in_turns(statement, ast.unparse(other)):
        return True
    if others[-1:] == ("_",) and "_" not in mine:
        others = others[:-1]  # a cache that is made again
    value = getattr(statement, "value", None)
    part = isinstance(value, (ast.Subscript, ast.Attribute)) and isinstance(value.value, ast.Call)
    return mine == others or ((part or "_" in mine) and set(mine) - {"_"} <= set(others))


def is_of_lists_in_turns(statement: ast.stmt, other: str) -> bool:
    """Whether the other empties what is made anew, or joins what is appended to a list that is."""
    text = ast.unparse(statement)
    appends = re.match(r"(\w+)\.append\(", text)
    if appends:
        return bool(re.match(rf"{appends[1]}\d* = {appends[1]}\d* \+ \[", other))
    emptied = re.match(r"(\w+)(?:, \w+)* = \(?\[", text)
    ways = (r"{}\.clear\(\)$", r"\w+ = {}\.pop\(\)$")
    return bool(emptied) and any(re.match(way.format(emptied[1]), other) for way in ways)


def names_of_lists(function: ast.FunctionDef) -> set[str]:
    """The names that are given lists; what is added to these is spelled `append`, item by item."""
    given = [n for n in ast.walk(function) if isinstance(n, ast.Assign) and isinstance(n.value, ast.List)]
    return {t.id for n in given for t in n.targets if isinstance(t, ast.Name)}


def bound_apart(statement: ast.stmt, lists: set[str]) -> list[tuple[str, ...]]:
    """The names that a statement binds; each by itself, where a star takes what is left, or `zip` all."""
    if isinstance(statement, ast.AugAssign) and {*bound(statement)} & lists:
        return [()]
    targets = elements(statement.targets[0]) if isinstance(statement, ast.Assign) else []
    value = statement.value if isinstance(statement, ast.Assign) else None
    spread = isinstance(value, ast.Call) and any(isinstance(arg, ast.Starred) for arg in value.args)
    if any(isinstance(target, ast.Starred) for target in targets) or (spread and len(targets) > 1):
        return [(n.id,) for target in targets for n in ast.walk(target) if isinstance(n, ast.Name)]
    return [bound(statement)]


def bound(statement: ast.stmt) -> tuple[str, ...]:
    """What a statement is, for finding it again: the names it binds, without numbers and caches.

    None where something is written into or called; `l += [x]` may be spelled `l.append(x)`.
    """
    if isinstance(statement, ast.AugAssign) and isinstance(statement.value, ast.List):
        return ()
    inner = {
        id(n) for c in ast.walk(statement) if isinstance(c, ast.comprehension) for n in ast.walk(c.target)
    }
    stored = (n for n in ast.walk(statement) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store))
    names = [n.id for n in stored if id(n) not in inner and not n.id.endswith("_cache")]
    return tuple(dict.fromkeys(re.sub(r"\d+$", "", n) for n in names))


@every_output
def test_statements_that_are_not_touched_stand_letter_by_letter(name: str) -> None:
    source, output = outputs()[name]
    for function, forward, _ in pairs(source, output):
        made = {
            ast.dump(statement): lines(output, statement)
            for statement in inner_statements(statements(forward))
        }
        inner = list(inner_statements(statements(function)))
        firsts = [statement.lineno for statement in inner]
        for statement in inner:
            alone = firsts.count(statement.lineno) == 1  # those that share a line have one each
            if alone and ast.dump(statement) in made and not isinstance(statement, ast.Return):
                assert made[ast.dump(statement)] == lines(source, statement)


@every_output
def test_comments_of_the_user_are_all_there_and_no_other(name: str) -> None:
    source, output = outputs()[name]
    for function, forward, _ in pairs(source, output):
        if taken_out(function) or in_stretches(function, source):
            continue
        there = [re.sub(r"(?:^|  )# \(\d+\)$", "", comment) for comment in comments(output, forward)]
        assert sorted(filter(None, there)) == sorted(comments(source, function))  # a check moves up


FORMATTED = [
    # black takes longer than all else together: it sees each fifth in the quick tests
    pytest.param(name, marks=() if place % 5 == 0 else pytest.mark.exhaustive)
    for place, name in enumerate(outputs())
]


@pytest.mark.parametrize("name", FORMATTED)
def test_output_is_formatted(name: str) -> None:
    """Where the user's own lines are as black has them, the whole output is."""
    source, output = outputs()[name]
    if black.format_str(source, mode=black.Mode()) == source:
        assert black.format_str(output, mode=black.Mode()) == output


@every_output
def test_output_has_no_space_at_line_ends_and_one_line_end_at_the_end(name: str) -> None:
    output = outputs()[name][1]
    assert output.endswith("\n") and not output.endswith("\n\n")
    if not any(line != line.rstrip() for line in outputs()[name][0].splitlines()):
        assert not any(line != line.rstrip() for line in output.splitlines())


@every_output
def test_every_group_of_the_mirror_is_a_forward_statement(name: str) -> None:
    """A comment `# backprop ...` holds the forward statement, or the return, as it stands."""
    for _, forward, backward in pairs(*outputs()[name]):
        made = [*inner_statements(statements(forward)), *inner_statements(statements(backward))]
        there = {as_called(ast.unparse(s)) for s in made}  # in the mirror, what it computes again
        for comment in comments(outputs()[name][1], backward):
            text = comment.removeprefix("# backprop ").removeprefix("of all turns: ")
            if text == comment or text.startswith("return "):
                continue
            mirrored = {plain(ast.unparse(s)) for s in ast.parse(text).body}
            assert {s for s in mirrored if f"_ = {s.partition(' = ')[2]}" not in there} <= there, text


def as_called(text: str) -> str:
    """A forward statement, a call of a pair as the user wrote it."""
    turns = r"\((.*?),?\), \w+ = by_turns\((\w+)_forward, (.*), \d+, \((.*?),?\), \((.*?),?\)\)"
    text = re.sub(turns, r"\1 = \2(\3, \4, \5)", text)
    return re.sub(r"(?:, \w*cache\d*|, _)? = (\w+)_forward\(", r" = \1(", plain(text))


def plain(text: str) -> str:
    """A statement without the brackets that Python 3.10 writes around tuples."""
    return re.sub(r"^\(([\w, ]+)\) = ", r"\1 = ", text)


# Sources that are laid out in unusual ways: each with texts that must be in the output.

LAID_OUT: dict[str, tuple[str, list[str]]] = {
    "one line": ("def f(x): return x * 2\n", ["    out = x * 2\n"]),
    "semicolons": ("def f(x):\n    a = x * 2; b = a * x\n    return b\n", ["a = x * 2", "b = a * x"]),
    "semicolons on the def's line": ("def f(x): a = x * 2; return a * x\n", ["a = x * 2", "out = a * x"]),
    "a semicolon at the end": ("def f(x):\n    a = x * 2;\n    return a;\n", ["a = x * 2"]),
    "two spaces": ("def f(x):\n  a = x * x\n  return a\n", ["    a = x * x\n"]),
    "tabs": ("def f(x):\n\ta = x * x\n\treturn a\n", ["    a = x * x\n"]),
    "eight spaces": ("def f(x):\n        a = x * x\n        return a\n", ["    a = x * x\n"]),
    "a backslash": ("def f(x):\n    a = x * \\\n        x\n    return a\n", ["    a = x * \\\n        x\n"]),
    "brackets": (
        "def f(x):\n    a = (\n        x  # one\n      * x  # two\n    )\n    return a\n",
        ["    a = (\n        x  # one\n      * x  # two\n    )\n"],
    ),
    "two spaces and brackets": (
        "def f(x):\n  a = (\n      x\n      * x\n  )\n  return a\n",
        ["    a = (\n"],
    ),
    "CR LF": ("def f(x):\r\n    a = x * x  # a\r\n    return a\r\n", ["    a = x * x  # a\n"]),
    "CR": ("def f(x):\r    a = x * x\r    return a\r", ["    a = x * x\n"]),
    "a form feed": ("\f\ndef f(x):\n    a = x * x\n\f\n    return a\n", ["    a = x * x\n"]),
    "a form feed before a def": ("import math\n\f\ndef f(x):\n    return math.sin(x)\n", ["math.sin(x)"]),
    "no line end": ("def f(x):\n    return x * x", ["out = x * x"]),
    "names not in ASCII": (
        "def f(größe):\n    π = größe * 2\n    return π\n",
        ["    π = größe * 2\n", "dgröße"],
    ),
    "comments not in ASCII": (
        "def f(x):\n    a = x * x  # 面積 ²\n    return a\n",
        ["a = x * x  # 面積 ²\n"],
    ),
    "strings not in ASCII": (
        'def f(x):\n    assert x, "größer"\n    return x * x\n',
        ['assert x, "größer"\n'],
    ),
    "a comment above": (
        "def f(x):\n    # first\n    a = x * x\n    return a\n",
        ["    # first\n    a = x * x\n"],
    ),
    "comments between": (
        "def f(x):\n    a = x * x\n    # one\n\n    # two\n    b = a * x\n    return b\n",
        ["    # one\n", "    # two\n    b = a * x\n"],
    ),
    "a comment before the return": ("def f(x):\n    a = x * x\n    # last\n    return a\n", ["    # last\n"]),
    "a comment on the return": ("def f(x):\n    return x * x  # area\n", ["# area\n"]),
    "a comment behind the docstring": (
        'def f(x):\n    """Squared."""  # yes\n    return x * x\n',
        ["Squared."],
    ),
    "a long string": (
        'def f(x):\n    assert x, """one\n  two\n"""\n    return x * x\n',
        ['    assert x, """one\n  two\n"""\n'],
    ),
    "a docstring": ('def f(x):\n    """Squared."""\n    return x * x\n', ['    """Squared.\n']),
    "a raw docstring": ('def f(x):\n    r"""\\alpha."""\n    return x * x\n', ["\\\\alpha."]),
    "a docstring in single quotes": ("def f(x):\n    'It\"s.'\n    return x * x\n", ['It"s.']),
    "a docstring that ends in a quote": ("def f(x):\n    'Say \"x\"'\n    return x * x\n", ['Say "x"']),
    "only a future import": (
        "from __future__ import annotations\n\n\ndef f(x: float) -> float:\n    return x * x\n",
        ["from __future__ import annotations\n"],
    ),
    "a module docstring": ('"""Squares."""\n\n\ndef f(x):\n    return x * x\n', ["out = x * x"]),
    "a shebang": ("#!/usr/bin/env python3\n\n\ndef f(x):\n    return x * x\n", ["out = x * x"]),
    "an encoding": ("# -*- coding: utf-8 -*-\ndef f(x):\n    return x * x\n", ["out = x * x"]),
    "a main guard": (
        'def f(x):\n    return x * x\n\n\nif __name__ == "__main__":\n    f(2)\n',
        ["out = x * x"],
    ),
    "a class beside": ("class A:\n    b = 1\n\n\ndef f(x):\n    return x * x\n", ["out = x * x"]),
    "a trailing comma": ("def f(\n    x,\n    y,\n):\n    return x * y\n", ["def f_forward(x, y):"]),
    "positional and keyword only": (
        "def f(x, /, y=2.0, *, z: float = 1.0):\n    return x * y * z\n",
        ["def f_forward(x, /, y=2.0, *, z: float = 1.0):"],
    ),
    "braces in a string": ('def f(x):\n    assert x, "{y} %s"\n    return x * x\n', ['assert x, "{y} %s"\n']),
    "a name that stands in for lines": ("def f(__held_0__):\n    a = __held_0__ * 2\n    return a\n", []),
    "a string like a stand-in": ('def f(x):\n    assert x, """\n__held_0__\n"""\n    return x * x\n', []),
}


@pytest.mark.parametrize("style", ["clean", "notes"])
@pytest.mark.parametrize("text, expected", LAID_OUT.values(), ids=LAID_OUT)
def test_unusual_layout_is_kept_and_right(text: str, expected: list[str], style: str) -> None:
    output = generate_module(text, "odd.py", Options(style=style))
    for part in expected:
        bare = re.sub(r"  # \(\d+\)$", "", output, flags=re.MULTILINE)
        assert part in bare
    assert "\r" not in output and "\f" not in output.replace("\n\f\n", "")
    check_names(output)
    given = namespace(text)
    count = given["f"].__code__.co_argcount + given["f"].__code__.co_kwonlyargcount
    if "*, z" not in text:
        check_pair(namespace(output), "f", given["f"], [1.5, 0.7, 0.3][:count], list(range(count)))


@pytest.mark.parametrize("decorator", ["numba.vectorize", "numba.njit('f8(f8)')", "jax.vmap", "lru_cache"])
def test_decorator_is_refused_and_never_left_out(decorator: str) -> None:
    text = f"import {decorator.partition('.')[0]}\n\n\n@{decorator}\ndef f(x: float):\n    return x * x\n"
    with pytest.raises(Refused) as caught:
        generate_module(text, "odd.py", Options())
    assert [problem.code for problem in caught.value.problems] == ["E108"]


def test_comment_on_the_line_of_a_def_is_kept() -> None:
    output = generate_module("def f(x):  # squared\n    return x * x\n", "odd.py", Options())
    assert "def f_forward(x):  # squared\n" in output


def test_text_is_not_changed_by_the_way_lines_end() -> None:
    source = read_case(ROOT / "tests" / "cases" / "comments_and_odd_formatting.py").source
    expected = generate_module(source, "m.py", Options())
    for end in ("\r\n", "\r"):
        assert generate_module(source.replace("\n", end), "m.py", Options()) == expected
