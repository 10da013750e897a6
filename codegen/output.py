"""Lines of the output before they are formatted, each with what it comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from codegen.mirror import BackLine


@dataclass(frozen=True)
class Origin:
    """What a line of the output comes from.

    `role` says what it is: of both passes `decorator`, `head`, `docstring` and `return`; of the forward pass
    `check`, `statement`, `stage`, `saved` (a value that is overwritten), `nothing` (what stands for a value
    that may not be made), `history` and `turn` (what a loop keeps, and a turn of it), `leave`, `else`,
    `comment` and `cache`; of the backward pass `unpack`, `title`, `continued` (what a title goes on with),
    `block` (what opens one), `given` (what a turn is given back) and `gradient`, which has its `line`.
    `statement` is the forward statement, by its place, and `stage` the version of the stage of it.
    """

    function: str
    backward: bool
    role: str
    statement: int = -1
    stage: str | None = None
    line: BackLine | None = None


@dataclass(frozen=True)
class Row:
    """A text, mostly of one line, and where it comes from."""

    text: str
    origin: Origin


def indented(rows: Iterable[Row], indent: str) -> list[Row]:
    """Rows further to the right."""
    return [Row(indent + row.text, row.origin) for row in rows]


def dedented(rows: list[Row]) -> list[Row]:
    """Rows of an arm, for a block that is given its own depth by what is around it."""
    depth = min((len(row.text) - len(row.text.lstrip()) for row in rows), default=4) - 4
    return [Row(row.text[depth:], row.origin) for row in rows]
