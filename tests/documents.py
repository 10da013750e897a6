"""Runs what a document shows: its files, its Python, its commands, against what it says they print.

A block of Python behind `<!-- file: NAME -->` is a file. Other blocks of Python run, one after another in one
namespace; a block of text behind one is what it prints, or the beginning of that. In a block of the console
each line behind `$ ` is a command, and what stands below is what it prints; `...` alone on a line stands for
lines that are left out.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from codegen.cli import main

BLOCK = re.compile(
    r"(?:<!-- file: (\S+) -->\n)?```(python|text|console)\n(.*?)^```$", re.DOTALL | re.MULTILINE
)


@dataclass(frozen=True)
class Block:
    """A block of a document: its language, its text, the file that it is, and its line."""

    language: str
    text: str
    file: str
    line: int


def blocks_of(path: Path) -> list[Block]:
    """All blocks of a document that are run or compared."""
    whole = path.read_text(encoding="utf-8")
    return [
        Block(found[2], found[3], found[1] or "", whole.count("\n", 0, found.start(3)) + 1)
        for found in BLOCK.finditer(whole)
    ]


def carried_out(path: Path) -> int:
    """Runs a document in the current folder; gives how many outputs were compared."""
    modules = set(sys.modules)
    sys.path.insert(0, os.getcwd())
    try:
        return _carried_out(path)
    finally:
        sys.path.remove(os.getcwd())
        for name in {block.file.removesuffix(".py") for block in blocks_of(path)} - modules:
            sys.modules.pop(name, None)


def _carried_out(path: Path) -> int:
    namespace: dict[str, object] = {"__name__": "document"}
    printed, compared = "", 0
    for block in blocks_of(path):
        where = f"{path.name}, line {block.line}"
        if block.file:
            Path(block.file).parent.mkdir(parents=True, exist_ok=True)
            Path(block.file).write_text(block.text, encoding="utf-8")
        elif block.language == "python":
            with contextlib.redirect_stdout(io.StringIO()) as out:
                exec(compile(block.text, where, "exec", dont_inherit=True), namespace)
            printed = out.getvalue()
        elif block.language == "text":
            compared += 1
            _compare(printed, block.text, where)
        else:
            for command, expected in _commands(block.text):
                compared += 1
                _compare(_output(command), expected, f"{where}: {command}")
    return compared


def _commands(text: str) -> Iterator[tuple[str, str]]:
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, expected = part.partition("\n")
        yield command, expected


def _output(command: str) -> str:
    """What a command prints. Of the shell only `cat` is known, and `backprop`."""
    program, *arguments = shlex.split(command)
    if program == "cat":
        return "".join(Path(name).read_text(encoding="utf-8") for name in arguments)
    assert program == "backprop", f"{program} is not run here"
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out), contextlib.suppress(SystemExit):
        main(arguments)
    return out.getvalue()


def _compare(printed: str, expected: str, where: str) -> None:
    """Holds what was printed to what is said; after the last line of that more may follow."""
    lines = [line.rstrip() for line in printed.rstrip("\n").split("\n")]
    at = 0
    for line in expected.rstrip("\n").split("\n"):
        if line.strip() == "...":
            at = -1
            continue
        if at == -1:
            assert line in lines, f"{where}: {line!r} is not printed; that is:\n{printed}"
            lines, at = lines[lines.index(line) :], 0
        assert at < len(lines) and lines[at] == line.rstrip(), (
            f"{where}: {line!r} is not what is printed; that is:\n{printed}"
        )
        at += 1
