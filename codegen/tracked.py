"""What git knows of the outputs of a build: asked where `build` and `check` run as its hooks."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path


class NoRepository(Exception):
    """Git cannot be asked; it says why."""


def untracked(folder: Path, outputs: Iterable[str]) -> list[str]:
    """The outputs, of those that are there, that would be in no commit, though no rule ignores them."""
    # From the current folder: a hook is told where the index is by a path that may be relative to it.
    paths = [os.path.relpath(folder / output) for output in outputs]
    command = ["git", "--literal-pathspecs", "ls-files", "--others", "--exclude-standard", "-z", "--", *paths]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError as error:
        raise NoRepository(f"it cannot be run: {error}") from None
    if done.returncode:
        raise NoRepository(os.fsdecode(done.stderr).strip().partition("\n")[0])
    return [Path(name).as_posix() for name in os.fsdecode(done.stdout).split("\0") if name]
