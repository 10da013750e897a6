"""Items that are taken out of lists, in one line again: `v = xs[-1]`, `xs.pop()` is `v = xs.pop()`."""

from __future__ import annotations

import re
from dataclasses import replace

from codegen.forward import Piece

READ = re.compile(r"\w+ = ((\w+)\[(.+)\])$")


def taken_out(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The forward pass with what reads an item and what takes it out, right below, together."""
    new: list[Piece] = []
    for piece in pieces:
        read = READ.match(new[-1].text) if new and piece.depth == new[-1].depth else None
        if read is None or piece.kept or piece.text not in _ways(read[2], read[3]):
            new.append(piece)
            continue
        text = new[-1].text.replace(read[1], piece.text)
        new[-1] = replace(
            new[-1], text=text, kept=False, mirrored=text, comment=new[-1].comment or piece.comment
        )
    return tuple(new)


def _ways(name: str, index: str) -> tuple[str, ...]:
    """How an item is taken out of a list at an index."""
    return (f"{name}.pop({index})", f"{name}.pop()") if index == "-1" else (f"{name}.pop({index})",)
