"""Generation of files: one with its problems told apart from the program's, or all that are configured."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from codegen.files import FileRefused, Located, read_source, write_atomically
from codegen.problems import Problem, Refused

if TYPE_CHECKING:
    from codegen.config import Configuration, Output
    from codegen.generate import Options


class Defect(Exception):
    """The program failed on an input; the cause says how."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True)
class Made:
    """What the files of a configuration should hold, and what stands against it."""

    texts: tuple[tuple[Output, str], ...]
    failures: tuple[Located, ...]


def generate_text(text: str, path: str, options: Options, *, shown: str | None = None) -> str:
    """The generator on one text. Raises `FileRefused`, or `Defect`; nothing else.

    `path` goes into the module's header, `shown` (the same, unless given) into problems.
    """
    from codegen.generate import generate_module

    try:
        return generate_module(text, path, options)
    except Refused as refused:
        raise FileRefused(shown or path, refused.problems, text.splitlines()) from None
    except RecursionError:
        help_text = "give parts of it names of their own, in statements of their own"
        problem = Problem(0, 0, "E010", "something in this file is nested too deeply to be read", help_text)
        raise FileRefused(shown or path, [problem]) from None
    except Exception as error:
        raise Defect(shown or path) from error


def make(configuration: Configuration, outputs: Iterable[Output]) -> Made:
    """Generates in memory. A source with problems gives no text at all, not even for its other outputs."""
    texts: list[tuple[Output, str]] = []
    failures: dict[tuple[str, Problem], Located] = {}
    failed: set[str] = set()
    for output in outputs:
        source = configuration.folder / output.source
        try:
            text = read_source(source)
            options = output.options(configuration.folder)
            texts.append((output, generate_text(text, output.source, options, shown=_shown(source))))
        except FileRefused as refused:
            failed.add(output.source)
            for problem in refused.problems:
                located = refused.located
                # Two styles of one source meet the same problems: they are told once.
                failures.setdefault((located.path, problem), Located(located.path, (problem,), located.lines))
    good = tuple((output, text) for output, text in texts if output.source not in failed)
    return Made(good, tuple(failures.values()))


def select(configuration: Configuration, sources: Sequence[str]) -> tuple[tuple[Output, ...], list[str]]:
    """The outputs of the sources that are named (all, if none is), and the names that are not configured."""
    if not sources:
        return configuration.outputs, []
    wanted = {Path(source).resolve(): source for source in sources}
    there = {(configuration.folder / output.source).resolve() for output in configuration.outputs}
    chosen = [o for o in configuration.outputs if (configuration.folder / o.source).resolve() in wanted]
    return tuple(chosen), [name for path, name in wanted.items() if path not in there]


def write(configuration: Configuration, made: Made) -> tuple[list[str], list[Located]]:
    """Writes what has changed, making folders; gives the paths written, and what could not be."""
    written: list[str] = []
    failures: list[Located] = []
    for output, text in made.texts:
        target = configuration.folder / output.output
        with contextlib.suppress(OSError):  # which is told where the file is written
            target.parent.mkdir(parents=True, exist_ok=True)
        try:
            if write_atomically(_shown(target), text):
                written.append(_shown(target))
        except FileRefused as refused:
            failures.append(refused.located)
    return written, failures


def stale(configuration: Configuration, made: Made) -> Iterator[tuple[str, str]]:
    """The files that are not what their sources give now, each with a diff that would mend it."""
    for output, text in made.texts:
        path = configuration.folder / output.output
        try:
            held = read_source(path) if path.exists() else ""
        except FileRefused:
            held = ""
        if held != text:
            name = _shown(path)
            before = name if path.exists() else "/dev/null"
            yield name, _diff(held, text, before, name)


def _diff(before: str, after: str, before_name: str, after_name: str) -> str:
    import difflib  # which takes longer to import than most commands need

    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), before_name, after_name
    )
    ended = (line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
    return "".join(ended)


def _shown(path: Path) -> str:
    """The path as a person in the current folder would write it."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)
