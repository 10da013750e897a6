"""Which file of a build an import means, and how the outputs of two such files import each other.

Files are known by their paths; nothing is looked up on a search path, and nothing is imported.
"""

from __future__ import annotations

import functools
import posixpath
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from codegen import knowledge
from codegen.options import Options

PACKAGE = "__init__"


@dataclass(frozen=True)
class Source:
    """A file of a build: its text, what is generated of it with which options, and where that goes.

    `output` is empty where nothing is generated of it, or more than one file, as `why` says. `state`
    tells the file, its options and all that it imports from those of any other time.
    """

    path: str
    text: str
    output: str = ""
    options: Options = field(default_factory=lambda: Options(wrt={}))
    state: str = ""
    why: str = ""


@dataclass(frozen=True)
class Build:
    """A file of a build and those around it; `packages` are the folders with an `__init__.py`.

    `key` tells it, its options and all that it imports from those of any other time.
    """

    here: str
    output: str
    sources: Mapping[str, Source]
    packages: frozenset[str] = frozenset()
    key: str = ""

    def around(self, source: Source) -> Build:
        """The same for another file."""
        return Build(source.path, source.output, self.sources, self.packages, source.state)

    def files(self, importing: str, level: int, module: str) -> tuple[str, ...]:
        """The files that a module of this name may be, where `importing` imports it."""
        folder = posixpath.dirname(importing)
        if not level:
            found = [*self._absolute(module)]
            near = [path for path, root in found if _is_in(folder, root)]
            return tuple(near) or tuple(path for path, _ in found)
        for _ in range(level - 1):
            if not folder:
                return ()
            folder = posixpath.dirname(folder)
        base = posixpath.join(folder, *module.split(".")) if module else folder
        names = (posixpath.join(base, f"{PACKAGE}.py"), f"{base}.py")
        return tuple(name for name in names if name in self.sources)[:1]

    def _absolute(self, module: str) -> Iterator[tuple[str, str]]:
        """The files that an absolute name may mean, each with the folder that it is looked up in."""
        if module.split(".")[0] in _spoken_for():
            return
        end = module.replace(".", "/")
        for path in self.sources:
            base = _without_suffix(path)
            if base == end or base.endswith(f"/{end}"):
                root = base[: -len(end)].rstrip("/")
                if root not in self.packages:
                    yield path, root

    def submodule(self, package: str, name: str) -> str:
        """The module of a name in a package, whose `__init__.py` is given; empty where there is none."""
        found = self.files(package, 1, name)
        return found[0] if found else ""

    def imported_from(self, source: Source, level: int, module: str) -> str:
        """What the output here imports from to get the output of another file; empty where it cannot.

        `level` and `module` are those of the import in the source: where that is relative and the two
        outputs lie to each other as the files do, so is this.
        """
        here, there = posixpath.dirname(self.output), posixpath.dirname(source.output)
        way = posixpath.relpath(there or ".", here or ".")
        sources = posixpath.dirname(source.path) or ".", posixpath.dirname(self.here) or "."
        if level and way in (".", posixpath.relpath(*sources)):
            steps = [] if way == "." else way.split("/")
            down = [step for step in steps if step != ".."]
            stem = posixpath.basename(source.output).removesuffix(".py")
            return _name("." * (1 + len(steps) - len(down)), down if stem == PACKAGE else [*down, stem])
        end = module.replace(".", "/")
        base = _without_suffix(source.path)
        root = base[: -len(end)].rstrip("/") if not level and base.endswith(end) else self._root(base)
        if not _is_in(there, root):
            root = self._root(source.output)
        parts = posixpath.relpath(_without_suffix(source.output), root or ".").split("/")
        return _name("", parts)

    def moved(self, level: int, module: str) -> tuple[int, str]:
        """The level and the module of a relative import of the source, in its output."""
        base = posixpath.dirname(self.here)
        for _ in range(level - 1):
            base = posixpath.dirname(base)
        there = posixpath.join(base, *module.split(".")) if module else base
        folder, root = posixpath.dirname(self.output), self._root(self.here)
        steps = posixpath.relpath(there or ".", folder or ".").split("/")
        up, down = steps.count(".."), [step for step in steps if step not in ("..", ".")]
        common = folder.split("/")[: len(folder.split("/")) - up]
        if folder == posixpath.dirname(self.here) or "/".join(common) in self.packages:
            return 1 + up, ".".join(down)
        absolute = posixpath.relpath(there or ".", root or ".").replace("/", ".").strip(".")
        return (0, absolute) if absolute else (level, module)

    def _root(self, path: str) -> str:
        """The folder in which the package of a file is looked up; that of the build where it is in none."""
        folder = posixpath.dirname(path)
        if folder not in self.packages:
            return ""
        while folder in self.packages:
            folder = posixpath.dirname(folder)
        return folder


@functools.cache
def _spoken_for() -> frozenset[str]:
    """The modules that no file of a build is taken for: those of Python, and those that gates know."""
    roots = {library.split(".")[0] for library in knowledge.vocabulary().libraries}
    return frozenset({*sys.stdlib_module_names, *roots, "numba", "scipy"})


def _is_in(path: str, folder: str) -> bool:
    return not folder or path == folder or path.startswith(f"{folder}/")


def _without_suffix(path: str) -> str:
    """The path of a module, as its name has it: that of a package is its folder."""
    return path.removesuffix(".py").removesuffix(f"/{PACKAGE}")


def _name(dots: str, parts: list[str]) -> str:
    """The name of a module; empty where its path has none."""
    return dots + ".".join(parts) if all(part.isidentifier() for part in parts) else ""
