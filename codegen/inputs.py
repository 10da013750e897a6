"""What an output of a build is made of: as a key under which it can be kept, and found again.

That is the text of its source, its options, the gate files, the program; and the modules of the build that
the source imports, and that these import, which are known only when the source has been parsed once.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from codegen import __version__, knowledge
from codegen.files import FileRefused, decode, read_bytes
from codegen.modules import PACKAGE, Build, Source
from codegen.stored import Store, digest

if TYPE_CHECKING:
    from codegen.config import Configuration, Output


class Inputs:
    """The sources of a configuration, each read once, and what a store has of their outputs."""

    def __init__(self, configuration: Configuration, store: Store | None) -> None:
        self.folder = configuration.folder
        self.store = store
        self.program: Program | None = None
        with contextlib.suppress(OSError):
            self.program = program() if store is not None else None
        self._data: dict[str, bytes | FileRefused] = {}
        self._digests: dict[str, str] = {}
        self._names: dict[str, frozenset[str]] = {}
        self._all_names: dict[str, frozenset[str]] = {}
        self._states: dict[tuple[str, str], str] = {}
        self._texts: dict[str, str | None] = {}
        self._modules: dict[str, list[str]] = {}
        self._outputs: dict[str, list[Output]] = {}
        for output in configuration.outputs:
            self._outputs.setdefault(output.source, []).append(output)
        self.packages = frozenset(_packages(self.folder, self._outputs))
        own = (f"{folder}/__init__.py".lstrip("/") for folder in self.packages)
        for source in dict.fromkeys((*self._outputs, *own)):
            for name in _names_of(source):
                self._modules.setdefault(name, []).append(source)

    def data(self, source: str) -> bytes:
        """What a source holds; raises `FileRefused`."""
        if source not in self._data:
            try:
                self._data[source] = read_bytes(os.path.join(self.folder, source))
            except FileRefused as refused:
                self._data[source] = refused
        found = self._data[source]
        if isinstance(found, FileRefused):
            raise found
        return found

    def key(self, output: Output) -> str:
        """What an output is kept under; empty where it is not.

        The gate files are read each time, since the generator reads them later, too.
        """
        data = self.data(output.source)
        if self.program is None:
            return ""
        options = repr(output)
        try:
            gates = [(self.folder / template).read_bytes() for template in output.templates]
        except OSError:
            return ""
        return digest(self.program.digest.encode(), options.encode(), data, *gates)

    def kept(self, key: str) -> str | None:
        """The text that is kept under a key, if what its source imports is as it was."""
        return self.store.find(key, self._state) if self.store is not None and key else None

    def keep(self, output: Output, key: str, text: str) -> None:
        """Keeps what has been made, unless its gates or the program have changed meanwhile."""
        if self.store is None or self.program is None or not key:
            return
        if self.key(output) == key and not self.program.has_changed():
            names = sorted(self._imported(output.source))
            self.store.keep(key, text, names, self._state(names))

    def _state(self, names: Iterable[str]) -> str:
        """The state of all sources that names may stand for, and of the packages that they may be in."""
        sources = sorted(self._sources(names))
        parts = (part for source in sources for part in (os.fsencode(source), self._digest(source)))
        folders = sorted(map(os.fsencode, self.packages))
        return digest(*parts, b"packages", *folders)

    def _digest(self, source: str) -> bytes:
        """A hash of a file and of all that its outputs are made with."""
        if source not in self._digests:
            try:
                options = repr(self._outputs.get(source)).encode()
                templates = {name for output in self._outputs.get(source, ()) for name in output.templates}
                gates = [(self.folder / name).read_bytes() for name in sorted(templates)]
                self._digests[source] = digest(self.data(source), options, *gates)
            except (FileRefused, OSError):
                self._digests[source] = ""
        return self._digests[source].encode()

    def around(self, output: Output) -> Build:
        """The files of the build that an output's source may import, and itself."""
        paths = self._sources(self._imported(output.source)) | {output.source}
        sources = (self._source(path, output) for path in sorted(paths))
        found = {source.path: source for source in sources if source is not None}
        key = self._state_of(output.source, output)
        return Build(output.source, output.output, found, self.packages, key)

    def files(self, output: Output) -> set[str]:
        """The files that an output is made from, those that its source imports too."""
        sources = self._sources(self._imported(output.source)) | {output.source}
        own = {PurePosixPath(folder, f"{PACKAGE}.py").as_posix() for folder in self.packages}
        outputs = (other for source in sources for other in self._outputs.get(source, ()))
        return {*sources, *own, *(name for other in outputs for name in other.templates)}

    def _source(self, path: str, caller: Output) -> Source | None:
        """A file of the build, with the output that another one is to import from; None if it is not text."""
        text = self._text(path)
        if text is None:
            return None
        outputs = self._outputs.get(path, [])
        chosen = outputs if len(outputs) < 2 else _nearest(outputs, caller)
        if len(chosen) != 1:
            names = " and ".join(output.output for output in chosen)
            return Source(path, text, why=f"{names} are generated of it" if names else "")
        (own,) = chosen
        state = self._state_of(path, own)
        return Source(path, text, own.output, own.options(self.folder), state)

    def _text(self, path: str) -> str | None:
        if path not in self._texts:
            try:
                self._texts[path] = decode(self.data(path), path)
            except FileRefused:
                self._texts[path] = None
        return self._texts[path]

    def _state_of(self, path: str, output: Output) -> str:
        """A hash of an output: of its options, and of all that its source imports."""
        key = (path, output.output)
        if key not in self._states:
            state = self._state(self._imported(path)).encode()
            self._states[key] = digest(repr(output).encode(), self._digest(path), state)
        return self._states[key]

    def _sources(self, names: Iterable[str]) -> set[str]:
        return {source for name in names for source in self._modules.get(name, ())}

    def _imported(self, source: str) -> frozenset[str]:
        """The names in the import statements of a source, and of the sources that they may stand for."""
        if source in self._all_names:
            return self._all_names[source]
        found: set[str] = set()
        seen, left = {source}, [source]
        while left:
            names = self._names_in(left.pop())
            more = {other for name in names - found for other in self._modules.get(name, ())} - seen
            found |= names
            seen |= more
            left += more
        self._all_names[source] = frozenset(found)
        return self._all_names[source]

    def _names_in(self, source: str) -> frozenset[str]:
        if source not in self._names:
            try:
                self._names[source] = imported_names(self.data(source))
            except FileRefused:
                self._names[source] = frozenset()
        return self._names[source]


@dataclass(frozen=True)
class Program:
    """What of the program decides what it writes: its own text, its gates, what it writes with, Python.

    The version alone does not say it: in a checkout the text changes under one version, even while a build
    runs, which loads some of it late.
    """

    digest: str
    files: tuple[tuple[Path, tuple[int, int]], ...]

    def has_changed(self) -> bool:
        """Whether a file of it is not what it was."""
        return any(_stamp(path) != stamp for path, stamp in self.files)


def program() -> Program:
    """The program as it is now."""
    folders = (Path(__file__).parent, knowledge.folder())
    names = ((folder, name) for folder in folders for name in sorted(os.listdir(folder)))
    paths = [folder / name for folder, name in names if name.endswith((".py", ".json"))]
    files = tuple((path, _stamp(path)) for path in paths)
    texts = (part for path in paths for part in (path.name.encode(), path.read_bytes()))
    python = f"{sys.implementation.name} {sys.version}"
    versions = (_installed("black"), _installed("astor"))
    return Program(digest(" ".join((__version__, python, *versions)).encode(), *texts), files)


def _stamp(path: Path) -> tuple[int, int]:
    try:
        status = os.stat(path)
    except OSError:
        return (0, 0)
    return status.st_mtime_ns, status.st_size


def imported_names(data: bytes) -> frozenset[str]:
    """The words in the import statements of a module, each of which may be the name of another module."""
    import ast

    try:
        tree = ast.parse(data)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return frozenset()
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            dotted = [alias.name for alias in node.names]
            if isinstance(node, ast.ImportFrom):
                dotted.append(node.module or "__init__")
            names.update(part for name in dotted for part in name.split("."))
    return frozenset(names)


def _names_of(source: str) -> tuple[str, ...]:
    """The words by which an import may mean a source."""
    path = PurePosixPath(source)
    return (path.stem, path.parent.name) if path.stem == "__init__" else (path.stem,)


def _packages(folder: Path, sources: Iterable[str]) -> Iterator[str]:
    """The folders of sources, and those around them in the configuration's folder, that are packages."""
    folders = {parent.as_posix() for source in sources for parent in PurePosixPath(source).parents}
    for name in sorted(folders):
        if os.path.isfile(os.path.join(folder, name, "__init__.py")):
            yield "" if name == "." else name


def _nearest(outputs: Sequence[Output], caller: Output) -> list[Output]:
    """Those of a source's outputs that another output would import from, by place and by style."""
    folder = PurePosixPath(caller.output).parent
    near = [output for output in outputs if PurePosixPath(output.output).parent == folder]
    alike = [output for output in near or outputs if output.style == caller.style]
    return alike or near or [*outputs]


def _installed(name: str) -> str:
    """The version of an installed package, by the folder beside it: the package itself takes long to load."""
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        return f"no {name}"
    beside = Path(spec.origin).parent.parent
    found = sorted(entry for entry in os.listdir(beside) if re.match(rf"{name}-.*\.(dist|egg)-info$", entry))
    return " ".join(found) or f"{name} {os.stat(spec.origin).st_mtime_ns}"
