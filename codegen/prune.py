"""Takes out backward lines that nobody reads: a gradient that leads to no argument is not computed."""

from __future__ import annotations

import ast
from dataclasses import replace

from codegen.mirror import BackLine, Backward, Block, Group, flat, names_in, nested


def pruned(backward: Backward) -> Backward:
    """The mirror without lines whose gradients are neither returned nor read by a later line."""
    live = {name for _, name in backward.gradients}
    return replace(backward, groups=flat(_pruned(nested(backward.groups), live)))


def _pruned(items: tuple[Group | Block, ...], live: set[str]) -> tuple[Group | Block, ...]:
    """What is left of a row; adds to `live` what it reads."""
    kept: list[Group | Block] = []
    for item in reversed(items):
        new = _of_block(item, live) if isinstance(item, Block) else _of_group(item, live)
        if new is not None:
            kept.append(new)
    return tuple(reversed(kept))


def _of_block(block: Block, live: set[str]) -> Block | None:
    """A block; what a loop reads may be what its own turn before has given."""
    arms = tuple(_pruned(arm, live) for arm in block.arms)
    while block.form == "loop":
        before = len(live)
        arms = tuple(_pruned(arm, live) for arm in block.arms)
        if len(live) == before:
            break
    return replace(block, arms=arms) if any(arms) else None


def _of_group(group: Group, live: set[str]) -> Group | None:
    lines: list[BackLine] = []
    for line in reversed(group.lines):
        targets = line.targets or (line.target,)
        if line.takes in live and not live & set(targets):
            lines.append(BackLine("_", "=", _taking(line), takes=line.takes))
            continue
        if not live & set(targets) or _is_nothing(line):
            continue
        for node in (line.expr, line.index):
            live |= set(names_in(node)) if node is not None else set()
        lines.append(_without(line, live))
    return replace(group, lines=tuple(reversed(lines))) if lines else None


def _is_nothing(line: BackLine) -> bool:
    """Whether a line gives a name what it has: versions that meet have one gradient."""
    same = isinstance(line.expr, ast.Name) and line.expr.id == line.target
    return same and line.op == "=" and line.index is None


def _taking(line: BackLine) -> ast.expr:
    """What takes an item off a list, out of an expression whose value nobody reads."""
    calls = (node for node in ast.walk(line.expr) if isinstance(node, ast.Call))
    return next(c for c in calls if isinstance(c.func, ast.Attribute) and c.func.attr == "pop")


def _without(line: BackLine, live: set[str]) -> BackLine:
    """A call with `_` for the gradients that are not used."""
    if not line.targets:
        return line
    return replace(line, targets=tuple(target if target in live else "_" for target in line.targets))
