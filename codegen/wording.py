"""Sentences of docstrings and comments: lists in words, lines of a readable length."""

from __future__ import annotations

import re
import textwrap

LONGEST_COMMENT = 96
UNSAID = re.compile("[\0-\x08\x0b-\x1f\x7f\ud800-\udfff]")  # what no source can hold, or not for long


def shortened(text: str) -> str:
    """A text that fits into a comment."""
    return text if len(text) <= LONGEST_COMMENT else text[: LONGEST_COMMENT - 4].rstrip() + " ..."


def listed(words: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def wrapped(text: str) -> list[str]:
    """The lines of a paragraph."""
    return textwrap.wrap(text, 92) or [""]


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
