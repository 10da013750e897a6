"""On which lines of the source statements stand: where the heads of blocks end, what shares a line."""

from __future__ import annotations

import ast
import itertools

from codegen.aliases import where
from codegen.trees import walk


def crowded(function: ast.FunctionDef) -> set[tuple[int, int]]:
    """The places of statements that share a line with another, or with the head of their block."""
    found: set[tuple[int, int]] = set()
    for node in walk(function):
        for body in (getattr(node, "body", None), getattr(node, "orelse", None)):
            if not isinstance(body, list) or not body:
                continue
            if node is not function and isinstance(node, ast.stmt) and body[0].lineno <= _first_line(node):
                found.update(map(where, body))
            for before, after in itertools.pairwise(body):
                if (before.end_lineno or before.lineno) >= after.lineno:
                    found |= {where(before), where(after)}
    return found


def _first_line(node: ast.stmt) -> int:
    """The last line of what a block's head reads."""
    inner = [getattr(node, name, None) for name in ("test", "iter", "target")]
    return max([node.lineno, *(e.end_lineno or 0 for e in inner if isinstance(e, ast.expr))])


def header_end(node: ast.stmt) -> int:
    """The last line of a block's head."""
    first: ast.stmt = node.body[0]  # type: ignore[attr-defined]
    return max(node.lineno, min(_first_line(node), first.lineno))
