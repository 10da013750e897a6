"""What a build reads, looked at again and again: which files have changed since, by what is in them.

A look asks the system for the time, the size and the number of each file. That is a few thousandths of a
second for hundreds of files, works on every file system, and knows a file by its name: editors put another
one in its place, and what the system tells of changes it tells of the file that was there before.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from codegen.config import NAMES, Configuration, find, load
from codegen.files import FileRefused
from codegen.progress import on_terminal
from codegen.widths import SETTINGS

PAUSE = 0.2  # seconds between two looks, unless they take long themselves
REST = 0.05  # seconds that files are left alone before they are read: editors write in several steps
LONGEST = 2.0  # seconds that are waited for that
YOUNG = 3.0  # seconds in which another change may have the same time, where the system counts in whole ones
SHARE = 20  # of the time that a look takes, the pause is so much
CLEARED = "\033[H\033[2J"

Look = Mapping[str, object]


class Watch:
    """The files that a build reads: those of a configuration, and all that may become one.

    `named` is the configuration where it is said; otherwise it is the nearest one above `start`.
    """

    def __init__(self, start: Path, named: Path | None = None) -> None:
        self.start, self.named = start, named
        self.known: dict[str, None] = {}

    def changes(self) -> Iterator[list[str]]:
        """The names of files that have changed, whenever some have; to begin with none, at once."""
        seen = self._settled(self._look())
        held = _contents(seen)
        yield []
        while True:
            began = time.monotonic()
            now = self._look()
            if now != seen:
                seen, before = self._settled(now), held
                held = _contents(seen)
                changed = [name for name in held if before.get(name) != held[name]]
                changed += [name for name in before if name not in held and not os.path.exists(name)]
                if changed:
                    yield [os.path.relpath(name, self.start) for name in changed]
            time.sleep(max(PAUSE, SHARE * (time.monotonic() - began)))

    @property
    def count(self) -> int:
        """How many files are there to look at."""
        return sum(os.path.isfile(name) for name in self.known)

    def _look(self) -> Look:
        return {name: _stamp(name) for name in self._names()}

    def _settled(self, look: Look) -> Look:
        """A look at files that have been left alone since the one before."""
        end = time.monotonic() + LONGEST
        while time.monotonic() < end:
            time.sleep(REST)
            before, look = look, self._look()
            if look == before:
                break
        return look

    def _names(self) -> list[str]:
        """The files to look at; while the configuration is broken those that were read last."""
        places = [self.named] if self.named else _places(self.start)
        try:
            configuration = load(self.named or find(self.start))
        except FileRefused:
            return [*dict.fromkeys([*map(str, places), *self.known])]
        self.known = dict.fromkeys([*map(str, places), *_read(configuration)])
        return [*self.known]


def watched(
    watch: Watch, build: Callable[[], int], fail: Callable[[Exception], None], *, quiet: bool
) -> None:
    """Builds, and again after each change, until it is interrupted. What fails is told by `fail`."""
    for changed in watch.changes():
        if changed:
            if on_terminal():
                print(CLEARED, end="", file=sys.stderr)
            if not quiet:
                print(f"{_listed(changed)} changed", file=sys.stderr)
        try:
            build()
        except BrokenPipeError:
            raise
        except SystemExit:  # which says that a source that is asked for is not configured
            if not changed:
                raise
        except Exception as error:
            fail(error)
        if not quiet:
            print(f"watching {watch.count} files; Ctrl-C ends it", file=sys.stderr, flush=True)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names) if len(names) < 4 else f"{len(names)} files"


def _places(start: Path) -> list[Path]:
    """Where a configuration may be that is nearer than the one that is there."""
    return [folder / name for folder in (start, *start.parents) for name in NAMES]


def _read(configuration: Configuration) -> Iterator[str]:
    """What a build reads, and where the files would be that make packages of folders."""
    for output in configuration.outputs:
        for name in (output.source, *output.templates):
            yield os.path.join(configuration.folder, name)
        for folder in Path(output.source).parents:
            yield os.path.join(configuration.folder, folder, "__init__.py")
        for above in Path(configuration.folder, output.source).resolve().parents:
            yield str(above / SETTINGS)


def _stamp(name: str) -> object:
    """What tells that a file may be another one than before; None where there is none."""
    try:
        status = os.stat(name)
    except (OSError, ValueError):
        return None
    young = time.time() - status.st_mtime < YOUNG
    return status.st_mtime_ns, status.st_size, status.st_ino, _content(name) if young else ""


def _contents(look: Look) -> dict[str, str]:
    return {name: _content(name) for name in look}


def _content(name: str) -> str:
    """A hash of what a file holds; empty where it holds nothing that can be read."""
    try:
        if os.path.isfile(name):
            return hashlib.sha256(Path(name).read_bytes()).hexdigest()
    except (OSError, ValueError):
        pass
    return ""
