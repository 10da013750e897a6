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
    """A function of a file of the build, by its name there; `why` says what stands against it."""

    path: str
    name: str
    why: str = ""


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
    """Looks functions up in the files of a build; each place is looked at once, since imports go in rings."""

    def __init__(self, build: Build) -> None:
        self.build = build
        self.seen: set[tuple[str, tuple[str, ...]]] = set()

    def imported(self, importing: str, way: Import, rest: tuple[str, ...]) -> Meant | None:
        """The function that an imported name with the attributes `rest` means; None for another thing."""
        if way.name:
            there = self._file(importing, way.level, way.module)
            found = self._inside(there, (way.name, *rest)) if isinstance(there, str) else there
            if found is not None:
                return found
            inner = f"{way.module}.{way.name}" if way.module else way.name
            there = self._file(importing, way.level, inner)
            return self._inside(there, rest) if isinstance(there, str) else there
        words = (*way.module.split("."), *rest)
        shortest = way.module.count(".") + 1 if way.whole else 1
        for end in range(len(words) - 1, shortest - 1, -1):
            there = self._file(importing, 0, ".".join(words[:end]))
            if there is not None:
                return self._inside(there, words[end:]) if isinstance(there, str) else there
        return None

    def _file(self, importing: str, level: int, module: str) -> str | Meant | None:
        """The file of a module; or that there is more than one."""
        if not level and not module:
            return None
        found = self.build.files(importing, level, module)
        if len(found) > 1:
            return Meant(found[0], "", f"{module} may be {' or '.join(sorted(found))}")
        return found[0] if found else None

    def _inside(self, path: str, words: tuple[str, ...]) -> Meant | None:
        """The function that a name means in a file."""
        if not words or (path, words) in self.seen:
            return None
        self.seen.add((path, words))
        name, rest = words[0], words[1:]
        module = parsed(self.build.sources[path])
        if isinstance(module, Refused):
            return Meant(path, name)
        if name in module.functions and name not in module.unusable:
            return None if rest else Meant(path, name)
        found = {self.imported(path, way, rest) for n, way in imports_of(module).items() if n == name}
        if name not in {*module.constants, *module.unusable, *module.records}:
            found |= set(self._by_star(path, module, words))
        found.discard(None)
        if len(found) > 1:
            places = sorted(meant.path for meant in found if meant is not None)
            return Meant(path, name, f"{name} of {path} may be that of {' or '.join(places)}")
        inner = self.build.submodule(path, name) if path.endswith(f"{PACKAGE}.py") else ""
        return found.pop() if found else self._inside(inner, rest) if inner else None

    def _by_star(self, path: str, module: Module, words: tuple[str, ...]) -> Iterator[Meant | None]:
        """What a name means by `from .layers import *`."""
        ways = [way for s in module.import_statements for name, way in _imports(s) if name == "*"]
        for way in ways if not words[0].startswith("_") else ():
            there = self._file(path, way.level, way.module)
            if isinstance(there, str) and _gives(parsed(self.build.sources[there]), words[0]):
                yield self._inside(there, words)


def _gives(module: Module | Refused, name: str) -> bool:
    """Whether a module gives a name to who imports all of it: `__all__`, where there is one, says so."""
    if isinstance(module, Refused):
        return True
    said = module.constants.get("__all__")
    value = getattr(said, "value", None)
    if said is None:
        return "__all__" not in module.unusable
    items = value.elts if isinstance(value, (ast.List, ast.Tuple)) else []
    return name in {getattr(item, "value", None) for item in items}
