"""Classes of other modules of a build that hold values: known by their fields, under their names here."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import replace

from codegen.kind import Kind
from codegen.modules import Build, Source
from codegen.parse import Field, Module, Record
from codegen.reexports import Lookup, Meant, parsed
from codegen.summary import Summary
from codegen.trees import walk


class Classes:
    """The classes of a module, its own and those that it imports; `found` are the imported ones.

    One is known only if all that its fields name is the same here: other classes, and libraries.
    """

    def __init__(self, module: Module, build: Build, imported: Mapping[str, Meant]) -> None:
        self.module, self.build, self.imported = module, build, imported
        self.names = {Meant(build.here, name, kind="class"): name for name in module.records}
        self.names |= {meant: name for name, meant in imported.items()}
        self.found = {name: self._record(name, meant) for name, meant in imported.items()}
        while unknown := [name for name in self.found if not self._is_all_known(name)]:
            for name in unknown:
                del self.found[name], self.names[imported[name]]

    def _record(self, name: str, meant: Meant) -> Record:
        """The class with its fields, and without its methods."""
        record = self._there(meant).records[meant.name]
        fields = tuple(replace(field, default=_plain(field.default)) for field in record.fields)
        return Record(name, fields, record.node, record.is_tuple, {}, {}, imported=True)

    def _there(self, meant: Meant) -> Module:
        there = parsed(self.build.sources[meant.path])
        assert isinstance(there, Module)
        return there

    def _is_all_known(self, name: str) -> bool:
        """Whether all that the fields of a class name means the same here."""
        meant = self.imported[name]
        words = (word for field in self.found[name].fields for word in _words(field))
        return all(self._is_known(word, self._there(meant), meant.path) for word in words)

    def _is_known(self, word: str, there: Module, path: str) -> bool:
        """Whether a name in the annotation of a field means here what it means where the class is."""
        if word in there.records:
            return self._here(path, word) == word
        if word in there.imports:
            return there.imports[word] == self.module.imports.get(word) or self._here(path, word) == word
        return word not in {*self.module.imports, *self.module.records, *self.module.functions}

    def _here(self, path: str, name: str) -> str:
        """What a class that another file knows by a name is called here; empty where it is not known."""
        meant = Lookup(self.build).inside(path, (name,))
        return self.names.get(meant, "") if meant is not None else ""

    def here(self, source: Source, summary: Summary) -> Summary | None:
        """What a caller knows of a function, with classes by their names here; None where one has none."""
        words = {word for kind in (*summary.kinds, *summary.outputs) for word in _records_in(kind)}
        names = {word: self._here(source.path, word) for word in words}
        there = {*self.found, *self.module.records}
        if any(name not in there for name in names.values()):
            return None
        kinds = tuple(_renamed(kind, names) for kind in summary.kinds)
        return replace(summary, kinds=kinds, outputs=tuple(_renamed(kind, names) for kind in summary.outputs))


def _words(field: Field) -> Iterator[str]:
    """The names in the annotation of a field, which is no text of sizes."""
    if field.annotation and not field.annotation.startswith('"'):
        yield from (part.id for part in walk(ast.parse(field.annotation)) if isinstance(part, ast.Name))


def _plain(default: ast.expr | None) -> ast.expr | None:
    """A default that means the same in any module."""
    return None if default is None or any(isinstance(part, ast.Name) for part in walk(default)) else default


def _records_in(kind: Kind) -> Iterator[str]:
    """The classes that a value, and what is in it, are instances of."""
    if kind.record:
        yield kind.record
    for inner in (*(kind.items or ()), *([kind.element] if kind.element is not None else [])):
        yield from _records_in(inner)


def _renamed(kind: Kind, names: Mapping[str, str]) -> Kind:
    items = None if kind.items is None else tuple(_renamed(item, names) for item in kind.items)
    element = None if kind.element is None else _renamed(kind.element, names)
    return replace(kind, items=items, element=element, record=names.get(kind.record, ""))
