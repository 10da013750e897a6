"""What a shell completes of the command: commands, options, what these can be, and names of files."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator

SHELLS = ("bash", "zsh", "fish", "tcsh")
NAMES_A_FILE = re.compile(r"\.py|\.html|\.svg|FILE|SOURCE")


def commands_of(parser: argparse.ArgumentParser) -> Iterator[tuple[str, str, argparse.ArgumentParser]]:
    """The commands of the program: the name, a summary and the arguments of each."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            summaries = {choice.dest: choice.help or "" for choice in action._choices_actions}
            for name, sub in action.choices.items():
                yield name, summaries[name], sub


def completion(parser: argparse.ArgumentParser, shell: str) -> str:
    """A script for a shell. Raises ImportError without shtab, ValueError where that does not know it."""
    import shtab

    if shell not in shtab.SUPPORTED_SHELLS:
        raise ValueError(f"the shtab that is installed knows no {shell}")
    for _, _, sub in commands_of(parser):
        for action in sub._actions:
            named = str(action.metavar or "")
            if named == "FOLDER":
                action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
            elif NAMES_A_FILE.search(named):
                action.complete = shtab.FILE  # type: ignore[attr-defined]
    script: str = shtab.complete(parser, shell)
    return f"{script.rstrip()}\n"
