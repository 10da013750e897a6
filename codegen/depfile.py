"""What an output is made from, as a rule that make and ninja read, and compilers write with -MD and -MP."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from codegen.config import Configuration, Output
from codegen.files import FileRefused, write_atomically
from codegen.inputs import Inputs
from codegen.problems import Problem
from codegen.widths import settings_of

UNREADABLE = re.compile(r"^~|[;=|%()*?\[\]\r\n]")  # signs that make has other uses for, quoted or not


def write_depfile(path: str, targets: Sequence[str], others: Iterable[str], own: Sequence[str] = ()) -> None:
    """Writes that targets depend on files; it is as new as they are, also where it says the same.

    `own` are those files that a rule of the user's names. Any other one that is gone is no error of
    make's, but a reason to make the targets, since it has a rule without anything.
    """
    files = list(dict.fromkeys([*own, *others]))
    for name in (path, *targets, *files):
        if found := UNREADABLE.search(name):
            message = f"it would name {name}, but make has another use for {found[0]!r}"
            raise FileRefused(path, [Problem(0, 0, "E008", message, "give that file another name")])
    names = " \\\n ".join(map(_escaped, files))
    head = " ".join(map(_escaped, targets))
    empty = (f"\n{_escaped(name)}:\n" for name in files if name not in own)
    if not write_atomically(path, f"{head}: \\\n {names}\n" + "".join(empty)):
        os.utime(path)


def made_from(configuration: Configuration, outputs: Iterable[Output]) -> list[str]:
    """The files that outputs of a build are made from, from the current folder."""
    inputs = Inputs(configuration, None)
    files = {Path(os.path.relpath(configuration.path)).as_posix()}
    for output in outputs:
        files |= {_from_here(configuration, name) for name in inputs.files(output)}
        files |= of_black(configuration.folder / output.source)
    return sorted(files)


def of_black(source: Path) -> set[str]:
    """The file that says how long lines are of what is made from a source, from the current folder."""
    path = settings_of(source)
    return {Path(os.path.relpath(path)).as_posix()} if path is not None else set()


def _from_here(configuration: Configuration, name: str) -> str:
    return Path(os.path.relpath(configuration.folder / name)).as_posix()


def _escaped(name: str) -> str:
    """A name as make reads it: backslashes count only in front of what is quoted."""
    quoted = re.sub(r"(\\*)([ \t#:])", lambda found: f"{found[1] * 2}\\{found[2]}", name)
    return quoted.replace("$", "$$")
