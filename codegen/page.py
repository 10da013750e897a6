"""The review page: one HTML file in which a function, its forward and its backward pass stand side by side.

The page needs no network and no scripts to be read. What is in it is escaped, whatever the source holds.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from codegen.edits import NEW, OLD, Edited
from codegen.highlight import escaped, highlighted
from codegen.reviewed import Line

ASSETS = Path(__file__).parent / "assets"
TITLES = {"source": "Source", "forward": "Forward pass", "backward": "Backward pass"}
KEYS = """\
<p class=keys>Hover a line, or move with the keys: <kbd>Tab</kbd> into a function, <kbd>↑</kbd> <kbd>↓</kbd>
in it, <kbd>←</kbd> <kbd>→</kbd> to what stands for the line beside it, <kbd>Enter</kbd> for its link,
<kbd>Esc</kbd> to let go.</p>"""


@dataclass(frozen=True)
class Table:
    """A table below a function; `marks` are the classes of its columns."""

    title: str
    above: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Beside:
    """What stands beside a line of the source: a name with its value, and the gradient on it."""

    name: str
    value: str
    gradient: str


@dataclass(frozen=True)
class Part:
    """What the page holds of one function: its panels by what they are, and what stands below them.

    `beside` are values at lines of the source; `drawing` is SVG.
    """

    name: str
    said: str
    panels: tuple[tuple[str, tuple[Edited, ...]], ...]
    tables: tuple[Table, ...] = ()
    drawing: str = ""
    beside: Mapping[int, tuple[Beside, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Texts:
    """The files whose lines the panels hold: the source and what was generated, new and old."""

    source: str
    made: str
    old_source: str = ""
    old_made: str = ""


def page(title: str, said: Sequence[str], parts: Sequence[Part], texts: Texts) -> str:
    """The whole file. Raises ImportError where pygments is not installed."""
    style, script = ((ASSETS / name).read_text(encoding="utf-8") for name in ("page.css", "page.js"))
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    links = "".join(f'<li><a href="#{escaped(part.name)}">{escaped(part.name)}</a></li>' for part in parts)
    body = _Body(texts)
    return "\n".join(
        (
            '<!DOCTYPE html>\n<html lang="en">\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escaped(title)}</title>",
            f"<style>\n{style}</style>",
            f"<h1>{escaped(title)}</h1>",
            *(f"<p>{escaped(sentence)}</p>" for sentence in said),
            KEYS,
            f"<nav><ul>{links}</ul></nav>",
            *(line for part in parts for line in body.part(part)),
            '<aside aria-live="polite"></aside>',
            f"<script>{script}</script>\n</html>\n",
        )
    )


class _Body:
    """Writes the sections of functions; their lines are those of the files, highlighted as a whole."""

    def __init__(self, texts: Texts) -> None:
        source, made = highlighted(texts.source), highlighted(texts.made)
        old_source, old_made = highlighted(texts.old_source), highlighted(texts.old_made)
        self.lines = {"source": source, "forward": made, "backward": made}
        self.old = {"source": old_source, "forward": old_made, "backward": old_made}

    def part(self, part: Part) -> Iterator[str]:
        """The section of a function."""
        yield f'<section data-f><h2 id="{escaped(part.name)}">{escaped(part.name)}</h2>'
        yield f"<p>{escaped(part.said)}</p>" if part.said else ""
        yield "<div class=panels>"
        for what, lines in part.panels:
            yield f"<div class=panel><h3>{TITLES[what]}</h3><div>"
            beside = part.beside if what == "source" else {}
            yield "".join(self._line(part.name, what, one, beside) for one in lines)
            yield "</div></div>"
        yield "</div>"
        yield f"<h4>Circuit</h4><div class=scroll>{part.drawing}</div>" if part.drawing else ""
        for table in part.tables:
            yield from _table(table)
        yield from self._reasons(part)
        yield "</section>"

    def _line(self, name: str, what: str, edited: Edited, beside: Mapping[int, tuple[Beside, ...]]) -> str:
        line = edited.line
        text = (self.old if edited.mark == OLD else self.lines)[what][line.number - 1]
        number = f"<b>{line.number}</b>"
        if edited.mark == OLD:
            return f"<a class=old>{number}{text}</a>"
        keys = f' data-k="{" ".join(line.keys)}"' if line.keys else ""
        mark = " class=new" if edited.mark == NEW else ""
        place = _place(name, what, line)
        values = "".join(map(_beside, beside.get(line.number, ())))
        return f'<a id="{place}" href="#{place}"{keys}{mark}>{number}{text}{values}</a>'

    def _reasons(self, part: Part) -> Iterator[str]:
        """Why each line is what it is."""
        found = [
            (what, one.line)
            for what, lines in part.panels
            for one in lines
            if one.line.reasons and one.mark != OLD
        ]
        if not found:
            return
        yield "<h4>Line by line</h4>\n<dl>"
        for what, line in found:
            text = self.lines[what][line.number - 1].strip()
            reasons = " ".join(escaped(reason) for reason in line.reasons)
            yield f'<dt id="why-{_place(part.name, what, line)}">{line.number}: {text}</dt><dd>{reasons}</dd>'
        yield "</dl>"


def _beside(one: Beside) -> str:
    """A value as the notes' circuits have it, and the gradient on it."""
    gradient = f" <span class=gradient>{escaped(one.gradient)}</span>" if one.gradient else ""
    return (
        f"<span class=at>{escaped(one.name)} <span class=value>{escaped(one.value)}</span>{gradient}</span>"
    )


def _place(name: str, what: str, line: Line) -> str:
    """The permalink of a line: `loss-b12` is line 12 of the backward pass of loss."""
    return escaped(f"{name}-{what[0]}{line.number}")


def _table(table: Table) -> Iterator[str]:
    yield f"<h4>{escaped(table.title)}</h4>"
    yield f"<p>{escaped(table.above)}</p>" if table.above else ""
    marks = table.marks or ("",) * len(table.head)

    def cells(row: Iterable[str]) -> str:
        return "".join(
            f"<td{f' class={mark}' if mark else ''}>{escaped(text)}</td>" for text, mark in zip(row, marks)
        )

    head = "".join(f"<th>{escaped(text)}</th>" for text in table.head)
    rows = "".join(f"<tr>{cells(row)}</tr>" for row in table.rows)
    yield f"<div class=scroll><table><tr>{head}</tr>{rows}</table></div>"
