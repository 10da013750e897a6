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

NAME = "index.json"
Root = tuple[str, object]


@dataclass(frozen=True)
class Entry:
    """A function of a file: its place, its parameters, and of a gate what its patterns are indexed by."""

    name: str
    first: int
    last: int
    parameters: tuple[str, ...]
    roots: frozenset[Root] | None = None

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
    """What a file holds. Raises `SyntaxError`."""
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
        _key(name, text): {
            "imports": dict(found.imports),
            "functions": [
                [
                    e.name,
                    e.first,
                    e.last,
                    e.parameters,
                    None if e.roots is None else sorted(e.roots, key=repr),
                ]
                for e in found.entries
            ],
        }
        for name, text, found in files
    }
    rows = (f"{json.dumps(key)}: {json.dumps(value)}" for key, value in known.items())
    return "{\n" + ",\n".join(rows) + "\n}\n"


@functools.cache
def _index() -> Mapping[str, Contents]:
    path = knowledge.folder() / NAME
    read = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return {
        key: Contents(found["imports"], tuple(_entry(*row) for row in found["functions"]))
        for key, found in read.items()
    }


def _entry(
    name: str, first: int, last: int, parameters: list[str], roots: list[tuple[str, object]] | None
) -> Entry:
    found = None if roots is None else frozenset((op, _as_data(data)) for op, data in roots)
    return Entry(name, first, last, tuple(parameters), found)


def _as_data(data: object) -> object:
    return tuple(data) if isinstance(data, list) else data


def _key(name: str, text: str) -> str:
    return f"{name} {hashlib.sha256(text.encode()).hexdigest()[:16]}"
