"""Where each line of a generated module comes from.

Formatting breaks lines, but leaves statements and comments what they are and in their order: so the first
statement of what was written is the first of what it was formatted into, and so on.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass, replace

from codegen.emit import HELD, Emitted, released
from codegen.output import Origin, Row
from codegen.standing import header_end
from codegen.trees import walk

Lines = tuple[int, int]


@dataclass(frozen=True)
class Mapped:
    """Lines of the output, from the first to the last, and what they come from."""

    first: int
    last: int
    origin: Origin


def mapped(emitted: Emitted) -> tuple[Mapped, ...]:
    """The lines of a module's passes, in their order; those of imports and helpers are not among them."""
    written = "\n\n\n".join("\n".join(row.text for row in rows) for rows in emitted.rows)
    by_line = dict(_numbered(emitted.rows))
    places = _final_places(emitted)
    found = list[Mapped]()
    for before, after in zip(_standing(written), _standing(emitted.body), strict=True):
        row = by_line.get(before[0])
        if row is not None and row.origin.role == "continued":
            found[-1] = replace(found[-1], last=places[after[1]][1])
        elif row is not None:
            found.append(Mapped(places[after[0]][0], places[after[1]][1], row.origin))
    return tuple(sorted(found, key=lambda one: (one.first, one.last)))


def _numbered(passes: tuple[tuple[Row, ...], ...]) -> Iterator[tuple[int, Row]]:
    """Each row by the numbers of its lines in what was written."""
    line = 1
    for rows in passes:
        for row in rows:
            for _ in row.text.split("\n"):
                yield line, row
                line += 1
        line += 2


def _standing(text: str) -> list[Lines]:
    """The lines of statements, those of blocks without what is in them, and of comments of their own."""
    found = []
    for node in walk(ast.parse(text)):
        if isinstance(node, ast.stmt):
            first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", ()))])
            last = header_end(node) if hasattr(node, "body") else node.end_lineno or node.lineno
            found.append((first, last))
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT and not token.line[: token.start[1]].strip():
            found.append((token.start[0], token.start[0]))
    return sorted(found)


def _final_places(emitted: Emitted) -> dict[int, Lines]:
    """The lines of the output by those of the body, in which names stand for lines of the user's."""
    whole = HELD.sub(lambda found: released(found, emitted.held), emitted.body).strip("\n")
    line = emitted.text.count("\n", 0, len(emitted.text) - 1 - len(whole)) + 1
    places = {}
    for number, text in enumerate(emitted.body.split("\n"), 1):
        held = HELD.fullmatch(text)
        count = released(re.match(HELD, text), emitted.held).count("\n") if held else 0  # type: ignore[arg-type]
        places[number] = (line, line + count)
        line += count + 1
    return places
