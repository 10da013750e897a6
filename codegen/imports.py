"""Importing the sources and the outputs of a configuration as their users do, from where they stand on disk.

What has the same name elsewhere, such as an installed copy of a package, or a module beside a test, is put
aside meanwhile, and is there again afterwards; so it is these files that run, and nothing else notices.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import os
import sys
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path, PurePosixPath
from types import ModuleType

from codegen.config import Configuration


class Imports:
    """The modules of a configuration, each imported once."""

    def __init__(self, configuration: Configuration) -> None:
        self.folder = configuration.folder.resolve()
        self.sources = sorted({output.source for output in configuration.outputs})
        self.outputs = sorted({output.output for output in configuration.outputs})
        self._ours: dict[str, ModuleType] = {}

    def module(self, path: str) -> ModuleType:
        """A source or an output; to be called, and used, where it is `at_hand`."""
        module = importlib.import_module(self._place(path)[1])
        found = getattr(module, "__file__", None)
        if found is None or not os.path.samefile(found, self.folder / path):
            raise ImportError(f"{module.__name__} is {found or 'no file'}, and not {self.folder / path}")
        return module

    @contextlib.contextmanager
    def at_hand(self) -> Iterator[None]:
        """Where the modules can be imported, and what they import lazily too."""
        apart = self._apart
        before, theirs = list(sys.path), _taken_out(apart)
        sys.modules.update(self._ours)
        sys.path[:0] = [str(self.folder / root) for root in self._roots]
        importlib.invalidate_caches()
        try:
            yield
        finally:
            sys.path[:] = before
            self._ours = _taken_out(apart)
            sys.modules.update(theirs)

    @cached_property
    def _roots(self) -> list[str]:
        """The folders in which names are looked up, the outermost first.

        That of the configuration, those around packages, and those of sources, which may import each other
        as scripts do.
        """
        folders = {parent.as_posix() for path in self.sources for parent in PurePosixPath(path).parents}
        folders |= {self._place(path)[0] for path in [*self.sources, *self.outputs]}
        outside = {".", *(folder for folder in folders if not self._is_package(folder))}
        return sorted(outside, key=lambda folder: (len(PurePosixPath(folder).parts), folder))

    @cached_property
    def _apart(self) -> frozenset[str]:
        """The first words of names that mean another thing, or none, where these modules are not at hand."""
        found = set()
        for path in [*self.sources, *self.outputs]:
            for root in self._roots:
                if PurePosixPath(path).is_relative_to(root):
                    found.add(PurePosixPath(path).relative_to(root).parts[0].removesuffix(".py"))
        return frozenset(
            name for name in found - sys.stdlib_module_names if name.isidentifier() and self._is_apart(name)
        )

    def _is_apart(self, name: str) -> bool:
        places = [self.folder / root for root in self._roots]
        ours = [p / name for p in places if (p / name).is_dir() or (p / f"{name}.py").is_file()]
        try:
            spec = importlib.util.find_spec(name)
        except (ImportError, ValueError):
            return True
        if spec is None or not ours:
            return True
        theirs = list(spec.submodule_search_locations or ()) or [(spec.origin or "").removesuffix(".py")]
        return Path(theirs[0]).resolve() != ours[0].resolve()

    def _place(self, path: str) -> tuple[str, str]:
        """The folder that a module is looked up in, and its name there.

        That is the folder around its package, or else that of the configuration, where there is a name.
        """
        whole = PurePosixPath(path)
        for root in (self._root(path), ".", whole.parent.as_posix()):
            parts = whole.relative_to(root).with_suffix("").parts
            if not any("." in part for part in parts):
                return root, ".".join(parts)
        return whole.parent.as_posix(), whole.stem

    def _root(self, path: str) -> str:
        """The folder around the outermost package that a file is in, or one of its folders."""
        for parent in reversed(PurePosixPath(path).parents):
            if self._is_package(parent.as_posix()):
                return parent.parent.as_posix()
        return "."

    def _is_package(self, folder: str) -> bool:
        return folder != "." and (self.folder / folder / "__init__.py").is_file()


def _taken_out(names: frozenset[str]) -> dict[str, ModuleType]:
    """Takes modules out of those that are imported, by the first words of their names."""
    found = [name for name in sys.modules if name.partition(".")[0] in names]
    return {name: sys.modules.pop(name) for name in found}
