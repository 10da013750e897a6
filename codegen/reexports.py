"""The function of a build that an imported name means, through all modules that hand it on."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from codegen.modules import PACKAGE, Build, Source
from codegen.parse import Module, parse
from codegen.problems import Refused
from codegen.records import with_records


@dataclass(frozen=True)
class Import:
    """What a name is imported by: `from .a import b` has a level, a module and a name, `import a.b` no name.

    `whole` says that the name stands for the module, and not for the package that it is in.
    """

    level: int
    module: str
    name: str
    whole: bool
    line: int


@dataclass(frozen=True)
class Meant:
    """A function of a file of the build, a class that holds values or a number, by its name there.

    `why` says what stands against it; `value` is the number as it stands there.
    """

    path: str
    name: str
    why: str = ""
    kind: str = "function"
    value: str = ""


def parsed(source: Source) -> Module | Refused:
    """What a file of the build defines."""
    return _parsed(source.path, source.text)


@functools.lru_cache(maxsize=1024)
def _parsed(path: str, text: str) -> Module | Refused:
    try:
        return with_records(parse(text, path))
    except Refused as refused:
        return refused


def imports_of(module: Module) -> Mapping[str, Import]:
    """What each name that a module imports once is imported by."""
    found = {
        name: way
        for statement in module.import_statements
        for name, way in _imports(statement)
        if name != "*" and name not in module.unusable
    }
    others = {*module.functions, *module.constants, *module.records}
    return {name: way for name, way in found.items() if name not in others}


def _imports(statement: ast.stmt) -> Iterator[tuple[str, Import]]:
    if isinstance(statement, ast.Import):
        for alias in statement.names:
            name = alias.asname or alias.name.split(".")[0]
            module = alias.name if alias.asname else name
            yield name, Import(0, module, "", bool(alias.asname), statement.lineno)
    elif isinstance(statement, ast.ImportFrom):
        for alias in statement.names:
            way = Import(statement.level, statement.module or "", alias.name, False, statement.lineno)
            yield alias.asname or alias.name, way


class Lookup:
    """Looks functions up in the files of a build; `open` are those on the way, as imports go in rings."""

    def __init__(self, build: Build) -> None:
        self.build = build
        self.open: set[tuple[str, tuple[str, ...]]] = set()

    def imported(self, importing: str, way: Import, rest: tuple[str, ...]) -> Meant | None:
        """The function that an imported name with the attributes `rest` means; None for another thing."""
        if way.name:
            there = self._file(importing, way.level, way.module)
            found = self.inside(there, (way.name, *rest)) if isinstance(there, str) else there
            if found is not None:
                return found
            inner = f"{way.module}.{way.name}" if way.module else way.name
            there = self._file(importing, way.level, inner)
            return self.inside(there, rest) if isinstance(there, str) else there
        words = (*way.module.split("."), *rest)
        shortest = way.module.count(".") + 1 if way.whole else 1
        for end in range(len(words) - 1, shortest - 1, -1):
            there = self._file(importing, 0, ".".join(words[:end]))
            if there is not None:
                return self.inside(there, words[end:]) if isinstance(there, str) else there
        return None

    def _file(self, importing: str, level: int, module: str) -> str | Meant | None:
        """The file of a module; or that there is more than one."""
        if not level and not module:
            return None
        found = self.build.files(importing, level, module)
        if len(found) > 1:
            return Meant(found[0], "", f"{module} may be {' or '.join(sorted(found))}")
        return found[0] if found else None

    def inside(self, path: str, words: tuple[str, ...]) -> Meant | None:
        """The function that a name means in a file."""
        if not words or (path, words) in self.open:
            return None
        self.open.add((path, words))
        found = self._bound(path, words[0], words[1:])
        self.open.discard((path, words))
        return found

    def _bound(self, path: str, name: str, rest: tuple[str, ...]) -> Meant | None:
        module = parsed(self.build.sources[path])
        if isinstance(module, Refused):
            return Meant(path, name)
        number = _number(module.constants.get(name))
        if name in module.unusable or (name in module.constants and not number):
            return None
        own = module.functions.get(name) or module.records.get(name)
        line = own.node.lineno if own else module.constants[name].lineno if number else 0
        kind = "class" if name in module.records else "number" if number else "function"
        found = [None if rest else Meant(path, name, "", kind, number)] if line else []
        ways = imports_of(module)
        found += [self.imported(path, ways[name], rest)] if name in ways else []
        found += self._by_star(path, module, (name, *rest), line)
        if not found:
            inner = self.build.submodule(path, name) if path.endswith(f"{PACKAGE}.py") else ""
            return self.inside(inner, rest) if inner else None
        known = {meant for meant in found if meant is not None}
        if len(known) > 1:
            places = " or ".join(sorted(meant.path for meant in known))
            return Meant(path, name, f"{name} of {path} may be that of {places}")
        return known.pop() if None not in found else None

    def _by_star(
        self, path: str, module: Module, words: tuple[str, ...], line: int
    ) -> Iterator[Meant | None]:
        """What a name means by `from .layers import *` below a line."""
        ways = [way for s in module.import_statements for name, way in _imports(s) if name == "*"]
        for way in (way for way in ways if way.line > line and not words[0].startswith("_")):
            there = self._file(path, way.level, way.module)
            if not isinstance(there, str):
                yield there
            elif self._gives(there, words[0]):
                yield self.inside(there, words)

    def _gives(self, path: str, name: str) -> bool:
        """Whether a file may give a name to who imports all of it."""
        module = parsed(self.build.sources[path])
        if isinstance(module, Refused):
            return True
        if "__all__" in module.constants or "__all__" in module.unusable:
            return _is_said(module, name)
        own = {*module.functions, *module.constants, *module.unusable, *module.records, *module.imports}
        stars = [way for s in module.import_statements for n, way in _imports(s) if n == "*"]
        if name in own or not stars or (path, ("*", name)) in self.open:
            return name in own
        self.open.add((path, ("*", name)))
        files = [self._file(path, way.level, way.module) for way in stars]
        found = any(not isinstance(file, str) or self._gives(file, name) for file in files)
        self.open.discard((path, ("*", name)))
        return found


def _number(statement: ast.stmt | None) -> str:
    """The number that a name of a module stands for, as it is written; empty for what is none."""
    value = getattr(statement, "value", None)
    plain = value.operand if isinstance(value, ast.UnaryOp) and isinstance(value.op, ast.USub) else value
    is_number = isinstance(plain, ast.Constant) and type(plain.value) in (int, float)
    return ast.unparse(value) if is_number and isinstance(value, ast.expr) else ""


def _is_said(module: Module, name: str) -> bool:
    """Whether the `__all__` of a module may have a name."""
    value = getattr(module.constants.get("__all__"), "value", None)
    if not isinstance(value, (ast.List, ast.Tuple)):
        return True
    return name in {getattr(item, "value", None) for item in value.elts}
