"""Adds up in one line what a statement gives to a gradient by its name: `dx = dz + y * dz`.

Of two lines, `dx = dz` and `dx += y * dz`, the second would write into the memory of `dz`, or into a copy.
"""

from __future__ import annotations

import ast
from dataclasses import replace

from codegen.mirror import BackLine, Backward, Group, names_in
from codegen.simplify import without_sign


def joined(backward: Backward) -> Backward:
    """The mirror with such lines made one, where nothing between them has to do with either gradient."""
    return replace(backward, groups=tuple(_joined(group, backward) for group in backward.groups))


def _joined(group: Group, backward: Backward) -> Group:
    lines = list(group.lines)
    for line in group.lines:
        later = _added_to(line, lines, backward)
        if later is not None:
            lines[lines.index(later)] = replace(later, op="=", expr=plus(line.expr, later.expr))
            lines.remove(line)
    return replace(group, lines=tuple(lines)) if len(lines) < len(group.lines) else group


def plus(first: ast.expr, second: ast.expr) -> ast.expr:
    """A sum, or a difference where what is added begins with a minus."""
    positive = without_sign(second)
    return ast.BinOp(first, ast.Add(), second) if positive is None else ast.BinOp(first, ast.Sub(), positive)


def _added_to(line: BackLine, lines: list[BackLine], backward: Backward) -> BackLine | None:
    """The line that adds to the gradient that a line gives another one's name."""
    kind = backward.extra_kinds.get(line.target[2:])
    named = isinstance(line.expr, ast.Name) and line.expr.id.startswith("d ")
    if line.op != "=" or line.index is not None or line.takes or not named or kind is None:
        return None
    if not kind.numeric or kind.vague:
        return None
    source: str = line.expr.id  # type: ignore[attr-defined]
    for later in lines[lines.index(line) + 1 :]:
        if later.target == line.target and later.op == "+=" and later.index is None and not later.takes:
            return later
        changed = {later.target, later.takes, *later.targets}
        read = {name for node in (later.expr, later.index) if node is not None for name in names_in(node)}
        if changed & {source, line.target} or line.target in read:
            return None
    return None
