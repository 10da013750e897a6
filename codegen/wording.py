"""Sentences of docstrings and comments: lists in words, lines of a readable length."""

from __future__ import annotations

import re
import textwrap
from keyword import iskeyword

UNBROKEN = "\0"  # stands for a blank that no line ends at, as in a shape
SHORTEST = 24  # signs that a sentence has beside it, however narrow lines are
CONTINUED = "#     "  # before what a comment goes on with in another line
MOST_LINES = 3  # of such a comment
CLOSE = "*/%@:"  # operators that bind their operands closely
OPERATORS = f"+-&|^<>={CLOSE}"
DOCSTRING = re.compile(r'^( +)""".*?"""$', re.MULTILINE | re.DOTALL)
UNSAID = re.compile("[\0-\x08\x0b-\x1f\x7f\ud800-\udfff]")  # what no source can hold, or not for long


def commented(title: str, code: str, width: int) -> list[str]:
    """The lines of a comment: what is code in it is whole, unless it would hide what stands below it."""
    width = max(width, len(title) + SHORTEST)
    lines, start, rest = list[str](), len(title), title + code
    while len(rest) > width and len(lines) < MOST_LINES - 1:
        end = _where_to_break(rest, start, width)
        lines.append(rest[:end].rstrip())
        start, rest = len(CONTINUED), CONTINUED + rest[end:].lstrip()
    if len(rest) > width:
        kept = rest[: width - 3]
        rest = f"{kept[:start]}{kept[start:].rpartition(' ')[0] or kept[start:-1]} ..."
    return [*lines, rest]


def _where_to_break(line: str, first: int, last: int) -> int:
    """Where to break a line of code: in few brackets, before an operator, and a sum sooner than a product."""
    depth, found = 0, list[tuple[bool, int, bool, int]]()
    for place, sign in enumerate(line[: last + 1]):
        depth += (sign in "([{") - (sign in ")]}")
        if sign == " " and place > first:
            word = line[:place].rpartition(" ")[2]
            if word[-1:] not in OPERATORS and not iskeyword(word):
                found.append((place > last // 2, -depth, line[place + 1 : place + 2] not in CLOSE, place))
    return max(found)[-1] if found else last


def listed(words: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def wrapped(text: str, width: int, first: str = "") -> list[str]:
    """The lines of a paragraph, behind what stands before the first; no word of it is broken."""
    width = max(width, SHORTEST)
    lines = textwrap.wrap(text, width, initial_indent=first, break_long_words=False, break_on_hyphens=False)
    lines = [line.replace(UNBROKEN, " ") for line in lines] or [first]
    return [lines[0].removeprefix(first), *lines[1:]]


def narrowed(function: str, width: int) -> str:
    """The text of a helper with its docstring and comments in lines of a width; its code is as it was."""
    text = DOCSTRING.sub(lambda found: _narrow_docstring(found[0], found[1], width), function, count=1)
    return "\n".join(part for line in text.split("\n") for part in _narrow_line(line, width))


def _narrow_docstring(whole: str, indent: str, width: int) -> str:
    if all(len(line) <= width for line in whole.split("\n")):
        return whole
    first, *paragraphs = (" ".join(part.split()) for part in re.split(r"\n\s*\n", whole.strip()[3:-3]))
    quotes = 0 if paragraphs else 3  # which black leaves in a line of their own only below several
    lines = wrapped(first, width - len(indent) - quotes, '"""')
    lines[0] = f'"""{lines[0]}'
    for paragraph in paragraphs:
        lines += ["", *wrapped(paragraph, width - len(indent))]
    return "\n".join(indent + line if line else "" for line in [*lines, '"""'])


def _narrow_line(line: str, width: int) -> list[str]:
    """A line whose comment does not fit: the comment stands above it."""
    code, sign, comment = line.rpartition("# ")
    if len(line) <= width or not sign or (code.strip() and not code.endswith("  ")):
        return [line]
    indent = line[: len(line) - len(line.lstrip())]
    above = [f"{indent}# {part}" for part in wrapped(comment, width - len(indent) - 2)]
    return [*above, code.rstrip()] if code.strip() else above


def in_docstring(text: str) -> str:
    """A text in such letters that a docstring says it, and does not end with it.

    What is spelled out has two backslashes: newer versions of Python compile no docstring of which the value
    holds a letter that no encoding has.
    """
    text = text.replace("\\", "\\\\").replace('"""', "'''")
    return UNSAID.sub(lambda found: _spelled_out(found[0]), text)


def name_in_docstring(name: str) -> str:
    """The same of the name of a file, which may have any letters: those that are not seen are spelled out."""
    return "".join(letter if letter.isprintable() else _spelled_out(letter) for letter in in_docstring(name))


def _spelled_out(letter: str) -> str:
    return "\\" + letter.encode("unicode_escape").decode()
