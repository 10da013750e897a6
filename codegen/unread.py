"""Takes out lines of the forward pass that name, or keep, what neither pass reads in the end.

Where parts of memory have names while it is written into, the part that is overwritten has one, too, for
its gradient; where that is never asked for, the line says nothing. What the user wrote stays.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterable, Set

from codegen.forward import Piece

WORD = re.compile(r"[^\W\d]\w*")
PLAIN = (ast.Name, ast.Attribute, ast.Subscript, ast.Constant, ast.Slice, ast.Tuple, ast.UnaryOp, ast.BinOp)


def without_unread(
    pieces: tuple[Piece, ...], read: Iterable[str], own: Set[str], mirrored: Set[tuple[int, str | None]]
) -> tuple[Piece, ...]:
    """The pieces without those that give a name of ours a value that nobody reads.

    `read` are texts that read names, too, `own` the names of the user's, `mirrored` the keys of statements
    that have a mirror.
    """
    times = Counter(word for text in (*read, *(p.text for p in pieces)) for word in WORD.findall(text))
    left = list(pieces)
    for at in range(len(pieces) - 1, -1, -1):
        piece = left[at]
        ours = not piece.kept and (piece.key[0] < 0 or piece.key not in mirrored)
        name = _named(piece) if ours else ""
        if not name or name.rstrip("0123456789") in own or times[name] > 1 or _is_alone(left, at):
            continue
        times.subtract(WORD.findall(piece.text))
        del left[at]
    return tuple(left)


def _named(piece: Piece) -> str:
    """The name that a line gives a part of something, or a copy of it, and does nothing else."""
    try:
        (statement,) = ast.parse(piece.text).body
    except (SyntaxError, ValueError):
        return ""  # the head of a block, or several lines
    if not isinstance(statement, ast.Assign) or not isinstance(statement.targets[0], ast.Name):
        return ""
    plain = len(statement.targets) == 1 and not piece.comment and _is_plain(statement.value)
    return statement.targets[0].id if plain else ""


def _is_plain(value: ast.expr) -> bool:
    if isinstance(value, ast.Call):
        if isinstance(value.func, ast.Attribute):
            return value.func.attr == "copy" and not value.args and _is_plain(value.func.value)
        return isinstance(value.func, ast.Name) and value.func.id == "copy_of" and _is_plain(value.args[0])
    nodes = [node for node in ast.walk(value) if isinstance(node, ast.expr)]
    return not isinstance(value, ast.Tuple) and all(isinstance(node, PLAIN) for node in nodes)


def _is_alone(pieces: list[Piece], at: int) -> bool:
    """Whether a line is all that there is in its block."""
    depth = pieces[at].depth
    first = at > 0 and pieces[at - 1].depth < depth
    last = at + 1 == len(pieces) or pieces[at + 1].depth < depth
    return first and last
