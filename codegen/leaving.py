"""Flags of loops that the forward pass can do without: `if test: break` stands as the user wrote it.

A loop that a `break` leaves has a flag, so that control flows through its body to the end. Where the
flag is set in the last statement of the body, and nobody else asks for it, the `break` may stand there.
"""

from __future__ import annotations

import re
from dataclasses import replace

from codegen.forward import Piece

LEAVE = re.compile(r"if (\w+):\n    break$")


def without_flags(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The forward pass with the `break` in the place where its flag is set, wherever that is the same."""
    for end, piece in enumerate(pieces):
        found = LEAVE.match(piece.text) if piece.key == (-1, None) else None
        if found:
            pieces = _without(pieces, end, found[1])
    return tuple(piece for piece in pieces if piece.text != GONE)


GONE = "\0"


def _without(pieces: tuple[Piece, ...], end: int, flag: str) -> tuple[Piece, ...]:
    """The pieces, as many as before, for one flag that is asked for at `end`."""
    named = [i for i, p in enumerate(pieces) if re.search(rf"\b{re.escape(flag)}\b", p.text)]
    if len(named) != 3 or named[2] != end or pieces[named[0]].text != f"{flag} = False":
        return pieces
    start, place, _ = named
    test, turn = pieces[place - 1], pieces[place + 1 : end]
    plain = pieces[place].text == f"{flag} = True" and test.text.startswith("if ") and "\n" not in test.text
    if not plain or test.depth != pieces[end].depth or any(not _keeps(p, test.depth) for p in turn):
        return pieces
    gone = replace(pieces[start], text=GONE)
    leave = replace(pieces[place], text="break")
    last = replace(pieces[end], text=GONE)
    return (
        *pieces[:start],
        gone,
        *pieces[start + 1 : place - 1],
        *turn,
        test,
        leave,
        last,
        *pieces[end + 1 :],
    )


def _keeps(piece: Piece, depth: int) -> bool:
    """Whether a piece keeps what the mirror of a turn reads."""
    made = piece.key == (-1, None) and piece.depth == depth and not piece.kept
    return made and bool(re.match(r"\w+\.append\(|\w+ \+= 1$", piece.text))
