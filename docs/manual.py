"""Writes docs/backprop.1, the page of the manual, from what `backprop --help` says.

python docs/manual.py           once that was changed
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from codegen import __version__
from codegen.cli import _parser
from codegen.completion import commands_of
from codegen.usage import DESCRIPTION, EXAMPLES

TARGET = Path(__file__).with_name("backprop.1")
EXIT = "exit codes: "


def manual() -> str:
    """The page."""
    return "\n".join(_lines(_parser())) + "\n"


def _lines(parser: argparse.ArgumentParser) -> Iterator[str]:
    examples, below = EXAMPLES.split("\n\n", 1)
    source, codes = below.split(EXIT)
    yield f'.TH BACKPROP 1 "" "backprop\\-codegen {__version__}" "User Commands"'
    yield ".SH NAME"
    yield "backprop \\- write the backward passes of Python functions"
    yield ".SH SYNOPSIS"
    yield ".B backprop"
    yield ".I COMMAND"
    yield "[\\fIOPTION\\fR ...]"
    yield ".SH DESCRIPTION"
    yield from _texts(DESCRIPTION)
    yield from _texts(source)
    yield ".SH COMMANDS"
    for name, summary, sub in commands_of(parser):
        yield f".SS {_quoted(_synopsis(name, sub))}"
        yield from _texts(f"{summary[:1].upper()}{summary[1:]}.")
        yield from _options(sub)
        yield from _texts(sub.epilog or "")
    yield ".SH EXIT STATUS"
    for one in re.split(r"; (?=\d)", " ".join(codes.split())):
        number, _, means = one.partition(" ")
        yield from (".TP", f".B {number}", _escaped(means))
    yield ".SH FILES"
    for name, holds in (
        ("setup.cfg, pyproject.toml", "the configuration"),
        ("~/.cache/backprop", "what builds keep"),
    ):
        yield from (".TP", f".I {_escaped(name)}", holds)
    yield ".SH EXAMPLES"
    yield from _texts(examples.partition("\n")[2])


def _synopsis(name: str, sub: argparse.ArgumentParser) -> str:
    words = ["backprop", name, "[OPTION ...]"]
    for action in sub._actions:
        if not action.option_strings:
            named = str(action.metavar or "|".join(map(str, action.choices or [action.dest])))
            words.append({"?": f"[{named}]", "*": f"[{named} ...]"}.get(str(action.nargs), named))
    return " ".join(words)


def _options(sub: argparse.ArgumentParser) -> Iterator[str]:
    for action in sub._actions:
        if "--help" in action.option_strings or not action.help:
            continue
        names = ", ".join(f"\\fB{_escaped(name)}\\fR" for name in action.option_strings)
        value = action.metavar or (f"{{{','.join(action.choices)}}}" if action.choices else "")
        shown = f"\\fI{_escaped(str(value or action.dest))}\\fR" if action.nargs != 0 else ""
        yield from (".TP", " ".join(filter(None, [names, shown])), _escaped(f"{action.help}."))


def _texts(text: str) -> Iterator[str]:
    """Paragraphs that are filled, and between them lines that stand as they are: those with blanks before."""
    for paragraph in text.strip("\n").split("\n\n"):
        for part in re.findall(r"(?:^  .*\n?)+|(?:^(?!  ).*\n?)+", paragraph, re.MULTILINE):
            lines = [line for line in part.split("\n") if line]
            if part.startswith("  "):
                yield from (".PP", ".RS", ".nf", *(_escaped(line[2:]) for line in lines), ".fi", ".RE")
            else:
                yield from (".PP", *map(_escaped, lines))


def _escaped(text: str) -> str:
    """A text with nothing in it that roff takes for something else."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("`", "\\(ga").replace("~", "\\(ti")
    text = text.replace("^", "\\(ha").replace("'", "\\(aq")
    return f"\\&{text}" if text.startswith((".", "'")) else text


def _quoted(text: str) -> str:
    return '"' + _escaped(text).replace('"', '""') + '"'


if __name__ == "__main__":
    TARGET.write_text(manual(), encoding="utf-8")
