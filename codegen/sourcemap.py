"""Maps of generated files: which line of the source each of their lines comes from, by which gate, and why.

A map stands in a file beside the generated one, or is made anew for a file that a configuration names.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from codegen.build import output_whole
from codegen.config import Configuration, find, load
from codegen.files import FileRefused, read_source
from codegen.generate import Generated
from codegen.origins import Mapped, mapped
from codegen.problems import Problem, lines_of
from codegen.reviewed import reviewed

VERSION = 1
FRAME = re.compile(r'^(?P<indent>\s*)File "(?P<path>[^"]+)", line (?P<line>\d+)')
WAY = "generate it with --map, or name it in a configuration"


@dataclass(frozen=True)
class Entry:
    """Lines of a generated file, those of the source that they stand for, the gates, and the reasons."""

    first: int
    last: int
    function: str
    role: str
    source: tuple[int, ...]
    gates: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class SourceMap:
    """The map of a generated file; `digest` is that of its text, `source` a path from its folder."""

    source: str
    digest: str
    entries: tuple[Entry, ...]

    def at(self, line: int) -> Entry | None:
        """What a line comes from; None for imports and helpers."""
        return next((one for one in self.entries if one.first <= line <= one.last), None)

    def text(self) -> str:
        """The map as JSON."""
        rows = [
            {
                "lines": [one.first, one.last],
                "function": one.function,
                "role": one.role,
                "source": list(one.source),
                "gates": list(one.gates),
                "reasons": list(one.reasons),
            }
            for one in self.entries
        ]
        whole = {"version": VERSION, "source": self.source, "digest": self.digest, "entries": rows}
        return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def map_path(output: str | Path) -> Path:
    """Where the map of a generated file stands."""
    return Path(f"{output}.map.json")


def source_map(generated: Generated, source: str) -> SourceMap:
    """The map of a module that was generated from a source."""
    lines = {
        line.number: line
        for function in reviewed(generated)
        for line in (*function.forward, *function.backward)
    }
    entries = []
    for one in mapped(generated.emitted):
        line = lines.get(one.first)
        keys = line.keys if line is not None else ()
        entries.append(
            Entry(
                one.first,
                one.last,
                one.origin.function,
                f"{'backward' if one.origin.backward else 'forward'} {one.origin.role}",
                tuple(int(key) for key in keys if key.isdecimal()),
                _gates(one),
                line.reasons if line is not None else (),
            )
        )
    return SourceMap(source, digest_of(generated.emitted.text), tuple(entries))


def _gates(one: Mapped) -> tuple[str, ...]:
    via = one.origin.line.via if one.origin.line is not None else ()
    return tuple(dict.fromkeys(step.gate.name for step in via))


def digest_of(text: str) -> str:
    """What a map knows its file by."""
    return hashlib.sha256(text.encode()).hexdigest()


def read_map(text: str) -> SourceMap:
    """A map from its text. Raises ValueError where it is none."""
    whole: Any = json.loads(text)
    if not isinstance(whole, dict) or whole.get("version") != VERSION:
        raise ValueError("it is no map of this version")
    entries = tuple(
        Entry(
            one["lines"][0],
            one["lines"][1],
            one["function"],
            one["role"],
            tuple(one["source"]),
            tuple(one["gates"]),
            tuple(one["reasons"]),
        )
        for one in whole["entries"]
    )
    if not isinstance(whole["source"], str) or not all(map(_is_read, entries)):
        raise ValueError("what it says is of no sense")
    return SourceMap(whole["source"], whole["digest"], entries)


def _is_read(one: Entry) -> bool:
    """Whether an entry holds what those hold that are written here."""
    numbers, words = (one.first, one.last, *one.source), (one.function, one.role, *one.gates, *one.reasons)
    return all(isinstance(n, int) for n in numbers) and all(isinstance(word, str) for word in words)


def where(path: str, line: int) -> str:
    """What a line of a generated file comes from, told as compilers do.

    Raises `FileRefused` where nothing is known of the file, or it is not what was generated.
    """
    if os.path.exists(path) and not os.path.isfile(path):  # which may have no end
        raise _refused(path, "it is no file")
    text = read_source(path)
    found, source = _found(path, text)
    entry = found.at(line)
    if entry is None or not entry.source:
        there = text.split("\n")[line - 1].strip() if 0 < line <= text.count("\n") else ""
        said = entry.reasons if entry is not None else ("It is no line of a pass.",)
        return "\n".join([f"{path}:{line}: {there}", *(f"    {reason}" for reason in said)]) + "\n"
    lines = lines_of(read_source(source))
    shown = [
        f"{source}:{number}: {lines[number - 1].strip()}" for number in entry.source if number <= len(lines)
    ]
    return "\n".join([*shown, *(f"    {reason}" for reason in entry.reasons)]) + "\n"


def read_back(traceback: str) -> str:
    """A traceback, in which each line of a generated file is followed by that of its source."""
    return "".join(_read_back(traceback.splitlines(keepends=True)))


def _read_back(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        yield line
        frame = FRAME.match(line)
        if frame is None:
            continue
        try:
            told = where(frame["path"], int(frame["line"]))
        except FileRefused:
            continue
        yield from (f"{frame['indent']}  from {part}\n" for part in told.splitlines() if part[:1] != " ")


def _found(path: str, text: str) -> tuple[SourceMap, str]:
    """The map of a file, and the path of its source."""
    beside = map_path(path)
    if beside.is_file():
        try:
            found = read_map(beside.read_text(encoding="utf-8"))
        except (OSError, ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
            raise _refused(path, f"its map cannot be read: {error}") from None
        if found.digest != digest_of(text):
            raise _refused(path, "it is not what its map is of")
        return found, str(Path(path).parent / found.source)
    try:
        configuration = load(find(Path(path).resolve().parent))
    except FileRefused:
        raise _refused(path, "nothing says what it was generated from") from None
    return _of_configuration(path, text, configuration)


def _of_configuration(path: str, text: str, configuration: Configuration) -> tuple[SourceMap, str]:
    own = Path(path).resolve()
    for output in configuration.outputs:
        if (configuration.folder / output.output).resolve() == own:
            whole = output_whole(configuration, output)
            if whole.emitted.text != text:
                raise _refused(path, "it is not what its source gives now")
            return source_map(whole, output.source), str(configuration.folder / output.source)
    raise _refused(path, "nothing says what it was generated from")


def _refused(path: str, message: str) -> FileRefused:
    return FileRefused(path, [Problem(0, 0, "E015", message, WAY)])
