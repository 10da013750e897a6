"""How long lines of the output may be: as long as black is told for the project that a source is in.

black reads the `pyproject.toml` of the project's root: of the nearest folder upwards that a repository begins
in, or that has such a file with a `[tool.black]` in it. What it is told for all projects of a user does not
count here, since the output would be another one elsewhere.
"""

from __future__ import annotations

import contextlib
import re
from pathlib import Path
from typing import Any

from codegen.files import FileRefused, read_toml
from codegen.options import LINE_LENGTH
from codegen.problems import Problem, lines_of

SETTINGS = "pyproject.toml"
KEY = re.compile(r"^\s*[\"']?line[-_]length[\"']?\s*=", re.MULTILINE)
WAY = "write a whole number, such as line-length = 88, or say line_length to backprop"


def line_length(path: Path | None) -> int:
    """How long lines are by black's settings. Raises `FileRefused` where these are not right."""
    if path is None:
        return LINE_LENGTH
    told = _of_black(path) or {}
    said = {name.replace("--", "").replace("-", "_"): value for name, value in told.items()}
    value = said.get("line_length", LINE_LENGTH)
    text = str(value)
    if isinstance(value, bool) or not text.isdecimal() or not int(text):
        raise _wrong(path, f"line-length of [tool.black] is no width: {value}")
    return int(text)


def settings(folder: Path) -> Path | None:
    """The file that black reads for what is in a folder, if there is one."""
    with contextlib.suppress(OSError, ValueError, RuntimeError):  # of what is no name of a folder
        folder = folder.resolve()
        for here in (folder, *folder.parents):
            path = here / SETTINGS
            begins = (here / ".git").exists() or (here / ".hg").is_dir()
            if begins or _of_black(path) is not None:
                return path if path.is_file() else None
    return None


def settings_of(source: str | Path) -> Path | None:
    """The same for a source, wherever a link leads to it."""
    with contextlib.suppress(OSError, ValueError, RuntimeError):
        return settings(Path(source).resolve().parent)
    return None


def _of_black(path: Path) -> dict[str, Any] | None:
    """What a file tells black; None where that is not spoken of."""
    try:
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
    except (OSError, ValueError):
        return None
    if "black" not in text:
        return None
    try:
        found = read_toml(text).get("tool", {}).get("black")
    except (ValueError, AttributeError, RecursionError) as error:
        raise _wrong(path, f"it is not TOML that black can read: {error}") from None
    return found if isinstance(found, dict) else None


def _wrong(path: Path, message: str) -> FileRefused:
    lines = lines_of(path.read_text(encoding="utf-8"))
    line = next((number for number, text in enumerate(lines, 1) if KEY.match(text)), 0)
    return FileRefused(path, [Problem(line, 1 if line else 0, "E009", message, WAY)], lines)
