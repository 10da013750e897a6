"""Sentences of docstrings and comments: lists in words, lines of a readable length."""

from __future__ import annotations

import textwrap

LONGEST_COMMENT = 96


def shortened(text: str) -> str:
    """A text that fits into a comment."""
    return text if len(text) <= LONGEST_COMMENT else text[: LONGEST_COMMENT - 4].rstrip() + " ..."


def listed(words: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def wrapped(text: str) -> list[str]:
    """The lines of a paragraph."""
    return textwrap.wrap(text, 92) or [""]
