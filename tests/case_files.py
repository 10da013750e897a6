"""Reads the files of tests/cases: a forward source, how to call it, and the exact output.

    # arguments: x=(2, 3), n=2          the arguments of the last function
    # arguments g: y=1.5                those of another one; several such lines are several calls
    # options: final=f style=notes      as on the command line
    # names matter: reason              the output is not the same under other names
    # not yet: reason                   it is known not to hold
    # first order only: reason          the output is refused as input
    # first order only g: reason        that of one function is
    (the source)
    # output
    (the module that is generated)

A tuple of integers draws an array of that shape in 0.5..1.5, in a nest too; anything else is what
it says, with `np` at hand. An argument that is not given has its default.
"""

from __future__ import annotations

import ast
import dataclasses
import inspect
import itertools
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from checking import (
    check_names,
    check_pair,
    is_float,
    like_nest,
    namespace,
    returns_several,
    with_fields,
)

from codegen.generate import Options, generate_module

FOLDER = Path(__file__).parent / "cases"
HEADER = re.compile(r"# (arguments|options|names matter|not yet|first order only)(?: (\w+))?: (.*)\n")
OUTPUT = "# output\n"
Calls = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Case:
    """One file, taken apart. `arguments` are functions that are checked, each with the text of a call."""

    name: str
    head: str
    source: str
    output: str
    arguments: Calls
    options: Options
    names_matter: bool
    not_yet: str
    first_order_only: frozenset[str]

    def generated(self, **changes: Any) -> str:
        """What the generator makes of the source."""
        return generate_module(self.source, f"{self.name}.py", replace(self.options, **changes))


def case_paths() -> list[Path]:
    """All the files, in order."""
    return sorted(FOLDER.glob("*.py"))


def read_case(path: Path) -> Case:
    """A file, taken apart. Line endings are kept."""
    text = path.read_bytes().decode()
    before, _, output = text.partition(f"\n{OUTPUT}")
    lines = before.splitlines(keepends=True)
    arguments: list[tuple[str, str]] = []
    options, names_matter, not_yet = Options(), False, ""
    refused: set[str] = set()
    head = "".join(itertools.takewhile(HEADER.fullmatch, lines))
    for word, function, value in HEADER.findall(head):
        if word == "arguments":
            arguments.append((function, value))
        elif word == "options":
            options = read_options(value)
        elif word == "not yet":
            not_yet = value
        elif word == "first order only":
            refused.add(function)
        else:
            names_matter = True
    source = before[len(head) :].strip("\n") + "\n"
    last = [node.name for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)][-1]
    named = tuple((function or last, value) for function, value in arguments)
    only = frozenset(dict(named)) if "" in refused else frozenset(refused)
    return Case(path.stem, head, source, output, named, options, names_matter, not_yet, only)


def read_options(text: str) -> Options:
    """Options as on the command line: `final=f,g style=notes wrt=f:x,y`."""
    options = Options()
    for part in text.split():
        key, _, value = part.partition("=")
        if key == "wrt":
            name, _, arguments = value.partition(":")
            options = replace(options, wrt={**options.wrt, name: tuple(arguments.split(","))})
        elif key == "style":
            options = replace(options, style=value)
        elif key == "check_shapes":
            options = replace(options, check_shapes=value == "yes")
        else:
            options = replace(options, **{key: tuple(value.split(","))})
    return options


def written_case(case: Case) -> str:
    """The text of a case's file."""
    return f"{case.head}{case.source}\n\n{OUTPUT}{case.output}"


def drawn(function: Callable[..., Any], text: str) -> list[Any]:
    """The arguments of a call, in the order of the signature; its classes are those of the source."""
    classes = {name: value for name, value in function.__globals__.items() if isinstance(value, type)}
    given = eval(f"dict({text})", {"np": np, **classes})
    rng = np.random.default_rng(zlib.crc32(text.encode()))
    bound = inspect.signature(function).bind(**{name: _drawn(value, rng) for name, value in given.items()})
    bound.apply_defaults()
    return list(bound.arguments.values())


def _drawn(value: Any, rng: np.random.Generator) -> Any:
    if hasattr(value, "_fields"):
        return like_nest(value, [_drawn(item, rng) for item in value])
    if dataclasses.is_dataclass(value):
        return with_fields(value, lambda item: _drawn(item, rng))
    if isinstance(value, tuple) and all(type(item) is int for item in value):
        return rng.uniform(0.5, 1.5, value)
    if isinstance(value, (tuple, list)):
        return type(value)(_drawn(item, rng) for item in value)
    if isinstance(value, dict):
        return {key: _drawn(item, rng) for key, item in value.items()}
    return value


def returned_gradients(text: str, name: str) -> list[str]:
    """The arguments whose gradients `name_backward` returns, by the names in its return."""
    tree = ast.parse(text)
    parameters = [a.arg for a in ast.walk(_function(tree, f"{name}_forward").args) if isinstance(a, ast.arg)]
    last = _function(tree, f"{name}_backward").body[-1]
    assert isinstance(last, ast.Return) and last.value is not None
    names = last.value.elts if isinstance(last.value, ast.Tuple) else [last.value]
    words = [node.id if isinstance(node, ast.Name) else "" for node in names]
    assert all(words), "the last statement returns names"
    found = _in_order(words, parameters)
    assert found is not None, f"{', '.join(words)} are not named after arguments of {name}"
    return found


def _in_order(words: list[str], parameters: list[str]) -> list[str] | None:
    """The parameters that gradients are named after: `d_x1` is that of x where `dx1` is that of x1."""
    if not words:
        return []
    fits = [p for p in parameters if words[0] in (f"d{p}", f"d_{p}")]
    fits += [p for p in parameters if re.fullmatch(rf"d_{p}\d*", words[0]) and p not in fits]
    ways = ((p, _in_order(words[1:], parameters[parameters.index(p) + 1 :])) for p in fits)
    return next(([p, *rest] for p, rest in ways if rest is not None), None)


def _function(tree: ast.Module, name: str) -> ast.FunctionDef:
    return next(node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == name)


def check_generated(text: str, source: str, calls: Calls, options: Options) -> list[Checked]:
    """Holds each pair that has a call to differences; gives what the second order needs."""
    check_names(text)
    made, given = namespace(text), namespace(source)
    checked = []
    for name, arguments in calls:
        function = given[name]
        args = drawn(function, arguments)
        parameters = list(inspect.signature(function).parameters)
        positions = [parameters.index(p) for p in returned_gradients(text, name)]
        final = is_final(text, name)
        several = returns_several(source, name)
        ups, cache = check_pair(made, name, function, args, positions, several=several, final=final)
        checked.append(Checked(name, args, [*ups, _nudged(cache)]))
    return checked


@dataclass(frozen=True)
class Checked:
    """A pair that held, and the arguments of both of its passes."""

    name: str
    forward: list[Any]
    backward: list[Any]


def _nudged(value: Any) -> Any:
    """A cache whose numbers are all a little larger: off the kinks of masks such as `out > 0`."""
    if isinstance(value, dict):
        return {key: _nudged(item) for key, item in value.items()}
    if dataclasses.is_dataclass(value):
        return with_fields(value, _nudged)
    if isinstance(value, (list, tuple)):
        return like_nest(value, [_nudged(item) for item in value])
    return value + 0.0123 if is_float(value) else value


def is_final(text: str, name: str) -> bool:
    """Whether the backward pass takes nothing but the cache."""
    arguments = _function(ast.parse(text), f"{name}_backward").args.args
    return len(arguments) == 1


def check_second_order(text: str, checked: Checked, path: str = "again.py") -> None:
    """Generates from both passes of a pair, and holds what comes out to differences."""
    passes = (f"{checked.name}_forward", f"{checked.name}_backward")
    again = generate_module(text, path, Options(only=passes))
    check_names(again)
    made, given = namespace(again), namespace(text)
    for name, args in zip(passes, (checked.forward, checked.backward)):
        parameters = list(inspect.signature(given[name]).parameters)
        positions = [parameters.index(p) for p in returned_gradients(again, name)]
        check_pair(made, name, given[name], args, positions, several=returns_several(text, name))


def in_other_letters(source: str) -> str:
    """The source with Cyrillic letters in all names of the user's, of the same length and order.

    `in_latin_letters` undoes it, also for what was generated from it.
    """
    tree = ast.parse(source)
    lines = [line.encode() for line in source.splitlines(keepends=True)]
    for line, column, name in sorted(_own_names(tree, lines), reverse=True):
        row = lines[line - 1]
        assert row[column:].startswith(name.encode())
        lines[line - 1] = row[:column] + _cyrillic(name).encode() + row[column + len(name.encode()) :]
    return b"".join(lines).decode()


def in_latin_letters(text: str) -> str:
    """The text with Cyrillic letters changed back."""
    return "".join(_LATIN.get(letter, letter) for letter in text)


def _cyrillic(name: str) -> str:
    return "".join(_CYRILLIC.get(letter, letter) for letter in name)


_CYRILLIC = {chr(ord("a") + i): chr(0x430 + i) for i in range(26)} | {
    chr(ord("A") + i): chr(0x410 + i) for i in range(26)
}
_LATIN = {cyrillic: latin for latin, cyrillic in _CYRILLIC.items()}


def _own_names(tree: ast.Module, lines: list[bytes]) -> Iterator[tuple[int, int, str]]:
    """Where the names stand that the source itself defines."""
    functions = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    imported = {
        alias.asname or alias.name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for alias in node.names
    }
    own = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and not isinstance(n.ctx, ast.Load)}
    own |= functions | {a.arg for a in ast.walk(tree) if isinstance(a, ast.arg)}
    own -= imported
    classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    fields = {s.target.id for c in classes for s in c.body if isinstance(s, ast.AnnAssign)}  # type: ignore[union-attr]
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in own:
            yield node.lineno, node.col_offset, node.id
        elif isinstance(node, ast.Attribute) and node.attr in fields and fields <= own:
            yield node.end_lineno, node.end_col_offset - len(node.attr.encode()), node.attr  # type: ignore[misc, operator]
        elif isinstance(node, ast.arg):
            yield node.lineno, node.col_offset, node.arg
        elif isinstance(node, ast.FunctionDef):
            column = lines[node.lineno - 1].index(b"def ", node.col_offset) + 4
            yield node.lineno, column, node.name
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in functions:
            for keyword in node.keywords:
                if keyword.arg:
                    yield keyword.lineno, keyword.col_offset, keyword.arg
