"""What the files of `templates/` hold, and where: looked up, so that a run reads only what it uses.

`templates/index.json` is made by `python docs/gates.py`. What it says of a file counts only as long as
the file is the one that it was made of; of any other the file itself is read.
"""

from __future__ import annotations

import ast
import functools
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from codegen import knowledge
from codegen.terms import Term

NAME = "index.json"
Root = tuple[str, object]
WITH_DATA = ("call", "method", "attr", "helper", "compare")


def root_of(term: Term) -> Root:
    """What a term is looked up by: what is done, and of a call to what."""
    return (term.op, term.data if term.op in WITH_DATA else None)


@dataclass(frozen=True)
class Pattern:
    """What a pattern is looked up by: its root, and the roots that must be among those of its operands.

    Where people may have spread it over several statements, `parts` are those of all that is in it.
    """

    root: Root
    operands: frozenset[Root] = frozenset()
    parts: frozenset[Root] = frozenset()


@dataclass(frozen=True)
class Entry:
    """A function of a file: its place, its parameters, and of a gate what the index says of its patterns.

    `is_view` says whether the result of a gate may share the memory of an operand.
    """

    name: str
    first: int
    last: int
    parameters: tuple[str, ...]
    patterns: tuple[Pattern, ...] | None = None
    is_view: bool | None = None

    def node(self, lines: list[str]) -> ast.FunctionDef:
        """The function, at its place in the lines of its file."""
        text = "\n" * (self.first - 1) + "\n".join(lines[self.first - 1 : self.last])
        return ast.parse(text).body[0]  # type: ignore[return-value]


@dataclass(frozen=True)
class Contents:
    """The functions of a file, and what it imports under which names."""

    imports: Mapping[str, str]
    entries: tuple[Entry, ...]


def contents(name: str, text: str) -> Contents:
    """What a file holds. Raises as `ast.parse` does."""
    known = _index().get(_key(name, text))
    return known if known is not None else contents_of(ast.parse(text))


def contents_of(tree: ast.Module) -> Contents:
    """What a file holds, by its tree."""
    imports = {
        (a.asname or a.name.split(".")[0]): (a.name if a.asname else a.name.split(".")[0])
        for node in tree.body
        if isinstance(node, ast.Import)
        for a in node.names
    }
    functions = (node for node in tree.body if isinstance(node, ast.FunctionDef))
    entries = (
        Entry(node.name, node.lineno, node.end_lineno or 0, tuple(arg.arg for arg in node.args.args))
        for node in functions
    )
    return Contents(imports, tuple(entries))


class Functions(Mapping[str, ast.FunctionDef]):
    """The functions of a file by name, each parsed when it is asked for."""

    def __init__(self, name: str, text: str) -> None:
        self.entries = {entry.name: entry for entry in contents(name, text).entries}
        self.lines = text.split("\n")
        self._nodes: dict[str, ast.FunctionDef] = {}

    def __getitem__(self, name: str) -> ast.FunctionDef:
        if name not in self._nodes:
            self._nodes[name] = self.entries[name].node(self.lines)
        return self._nodes[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __contains__(self, name: object) -> bool:
        return name in self.entries

    def texts(self) -> dict[str, str]:
        """The texts of all."""
        return {
            name: "\n".join(self.lines[entry.first - 1 : entry.last]) for name, entry in self.entries.items()
        }


def written(files: Iterable[tuple[str, str, Contents]]) -> str:
    """The text of the index of files: names, texts and contents."""
    known = {
        _key(name, text): {"imports": dict(found.imports), "functions": list(map(_row, found.entries))}
        for name, text, found in files
    }
    rows = (f"{json.dumps(key)}: {json.dumps(value)}" for key, value in known.items())
    return "{\n" + ",\n".join(rows) + "\n}\n"


@functools.cache
def _index() -> Mapping[str, Contents]:
    path = knowledge.folder() / NAME
    read = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return {
        key: Contents(found["imports"], tuple([_entry(*row) for row in found["functions"]]))
        for key, found in read.items()
    }


def _row(entry: Entry) -> list[object]:
    """An entry as it is in the index."""
    place = [entry.name, entry.first, entry.last, entry.parameters]
    if entry.patterns is None:
        return place
    return [*place, [_row_of_pattern(pattern) for pattern in entry.patterns], entry.is_view]


def _row_of_pattern(pattern: Pattern) -> list[object]:
    sets = (sorted(map(_as_text, roots)) for roots in (pattern.operands, pattern.parts))
    return [_as_text(pattern.root), *sets]


def _entry(
    name: str,
    first: int,
    last: int,
    parameters: list[str],
    patterns: list[tuple[str, list[str], list[str]]] | None = None,
    is_view: bool | None = None,
) -> Entry:
    """An entry of what is in the index."""
    if patterns is None:
        return Entry(name, first, last, tuple(parameters))
    found = [Pattern(_root(root), _roots(operands), _roots(parts)) for root, operands, parts in patterns]
    return Entry(name, first, last, tuple(parameters), tuple(found), is_view)


def _roots(texts: list[str]) -> frozenset[Root]:
    return frozenset(map(_root, texts))


def _as_text(root: Root) -> str:
    op, data = root
    return op if data is None else f"{op} {','.join(data) if isinstance(data, tuple) else data}"


@functools.cache
def _root(text: str) -> Root:
    op, sign, data = text.partition(" ")
    if not sign:
        return op, None
    return op, tuple(data.split(",")) if op == "compare" else data


def _key(name: str, text: str) -> str:
    return f"{name} {hashlib.sha256(text.encode()).hexdigest()[:16]}"
