"""What a located error is, and how it is shown."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# What would move the cursor of a terminal, or the text around it: shown as a picture, as wide as a letter.
TURNING = (0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A))
PICTURES = {
    **{code: 0x2400 + code for code in range(0x20)},
    0x7F: 0x2421,
    **dict.fromkeys((*range(0x80, 0xA0), *TURNING, *range(0xD800, 0xE000)), 0xFFFD),
}
WIDEST = 200  # letters of a line that are shown
LONGEST = 1000  # letters of a sentence
PLAIN = {"error": "", "bold": "", "help": "", "end": ""}
COLOURED = {"error": "\033[1;31m", "bold": "\033[1m", "help": "\033[36m", "end": "\033[0m"}


@dataclass(frozen=True, order=True)
class Problem:
    """Something in the input that is refused: where, what, and what to do about it.

    `line` and `column` count from 1; line 0 means the file as a whole. `end` is the
    column behind the last character of the place, when it is on the same line.
    """

    line: int
    column: int
    code: str
    message: str
    help: str = ""
    end: int = 0


class Refused(Exception):
    """The input cannot be generated from; `problems` says why, in order of place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("; ".join(f"{p.code}: {p.message}" for p in self.problems))


def lines_of(text: str) -> list[str]:
    """The lines of a text as Python counts them: a form feed ends none, nor what else does elsewhere."""
    lines = re.split("\r\n|\r|\n", text)
    return lines if lines[-1] else lines[:-1]


def ended_lines(text: str) -> list[str]:
    """The same with their ends, for what puts them together again."""
    return re.findall("[^\n]*\n|[^\n]+", text)


def visible(text: str) -> str:
    """A text for a terminal, which nothing in it can command."""
    return text.translate(PICTURES)


def render(problem: Problem, path: str, lines: Sequence[str], *, colour: bool = False) -> str:
    """The problem as people and editors read it: place, message, source line, caret, help."""
    paint = COLOURED if colour else PLAIN
    place = f"{visible(path)}:{max(problem.line, 1)}:{max(problem.column, 1)}"
    text = [
        f"{paint['bold']}{place}:{paint['end']} "
        f"{paint['error']}error[{problem.code}]{paint['end']}: {_short(problem.message)}"
    ]
    if 1 <= problem.line <= len(lines):
        source, column, end = _in_sight(lines[problem.line - 1], problem.column, problem.end)
        width = max(1, min(end, len(source) + 1) - column)
        text += [f"    {source}", "    " + " " * (column - 1) + "^" * width]
    if problem.help:
        text.append(f"    {paint['help']}help:{paint['end']} {_short(problem.help)}")
    return "\n".join(text)


def _in_sight(line: str, column: int, end: int) -> tuple[str, int, int]:
    """The line, and where on it the place is; of a line that is too long the part around the place."""
    first = max(column - WIDEST // 2, 1) if len(line) > WIDEST else 1
    last = first + WIDEST
    before, behind = "..." if first > 1 else "", "..." if last <= len(line) else ""
    part = visible(line[first - 1 : last - 1].replace("\t", " "))
    shift = len(before) + 1 - first
    return before + part + behind, column + shift, min(end, last) + shift


def _short(text: str) -> str:
    """A sentence, without the middle of what is too long in it."""
    text = text if len(text) <= LONGEST else f"{text[: LONGEST // 2]} ... {text[-LONGEST // 2 :]}"
    return visible(text)


def problem_at(code: str, node: ast.AST, message: str, help_text: str) -> Problem:
    """A problem at a node's place; the caret covers the node where it ends on its first line."""
    line = getattr(node, "lineno", 1)
    column = getattr(node, "col_offset", 0) + 1
    one_line = getattr(node, "end_lineno", line) == line
    end = (getattr(node, "end_col_offset", None) or column) + 1 if one_line else 0
    return Problem(line, column, code, message, help_text, end)
