"""Python source as lines of HTML: escaped, with the kinds of words marked, and with nothing that hides."""

from __future__ import annotations

import html
import unicodedata
from functools import cache
from typing import Any

# What each kind of token that pygments knows is in the page: comments, words of the language, texts, numbers.
MARKS = (
    ("Token.Comment", "c"),
    ("Token.Keyword", "k"),
    ("Token.Operator.Word", "k"),
    ("Token.Literal.String", "s"),
    ("Token.Literal.Number", "m"),
    ("Token.Name.Function", "f"),
)

# The same in a notebook, whose ground may be light or dark.
COLOURS = {
    "c": "color:#7a828c;font-style:italic",
    "k": "color:#b452ba;font-style:normal",
    "s": "color:#3a87c8;font-style:normal",
    "m": "color:#2b958a;font-style:normal",
    "f": "font-weight:600;font-style:normal",
}


def escaped(text: str) -> str:
    """A text as HTML. What has no shape, such as a mark that turns the direction, is spelled out."""
    return "".join(_shown(letter) for letter in html.escape(text))


def _shown(letter: str) -> str:
    hidden = (
        unicodedata.category(letter) in ("Cf", "Cc", "Cs", "Co", "Cn", "Zl", "Zp") and letter not in "\n\t"
    )
    return f"<u>U+{ord(letter):04X}</u>" if hidden else letter


def highlighted(text: str) -> list[str]:
    """The lines of a Python source, as HTML. Raises ImportError where pygments is not installed."""
    lines = [""]
    mark, held = "", ""

    def put() -> None:
        lines[-1] += f"<i class={mark}>{escaped(held)}</i>" if mark and held else escaped(held)

    for kind, token in _lexer().get_tokens(text):
        own = next((m for name, m in MARKS if str(kind).startswith(name)), "")
        for number, part in enumerate(token.split("\n")):
            if number or own != mark:
                put()
                mark, held = own, ""
                lines += [""] if number else []
            held += part
    put()
    return lines


@cache
def _lexer() -> Any:
    from pygments.lexers.python import PythonLexer

    return PythonLexer(stripnl=False, ensurenl=False)
