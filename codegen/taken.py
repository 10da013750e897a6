"""Items that are taken out of lists, in one line again: `v = xs[-1]`, `xs.pop()` is `v = xs.pop()`.

A loop that takes all of them out is `xs.clear()`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from codegen.forward import Piece

ALL = re.compile(r"for (\w+) in range\(len\((\w+)\)\):$")
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
        key = piece.key if piece.key[0] == new[-1].key[0] else new[-1].key  # what it is a stage of
        comment = new[-1].comment or piece.comment
        new[-1] = replace(new[-1], key=key, text=text, kept=False, mirrored=text, comment=comment)
    return _emptied(new)


def _emptied(pieces: list[Piece]) -> tuple[Piece, ...]:
    """The forward pass with the loops that take out all items as calls that do."""
    new: list[Piece] = []
    for place, piece in enumerate(pieces):
        loop = ALL.match(new[-1].text) if new and piece.depth > new[-1].depth else None
        alone = place + 1 == len(pieces) or pieces[place + 1].depth < piece.depth
        if loop is None or not alone or piece.text != f"{loop[2]}.pop()" or _is_read(loop[1], pieces):
            new.append(piece)
        else:
            text = f"{loop[2]}.clear()"
            new[-1] = replace(piece, text=text, mirrored=text, depth=new[-1].depth)
    return tuple(new)


def _ways(name: str, index: str) -> tuple[str, ...]:
    """How an item is taken out of a list at an index."""
    return (f"{name}.pop({index})", f"{name}.pop()") if index == "-1" else (f"{name}.pop({index})",)


def _is_read(name: str, pieces: list[Piece]) -> bool:
    """Whether a counter is mentioned anywhere else than in the head of its loop."""
    return sum(len(re.findall(rf"\b{re.escape(name)}\b", piece.text)) for piece in pieces) > 1
