"""Takes out backward lines that nobody reads: a gradient that leads to no argument is not computed."""

from __future__ import annotations

from dataclasses import replace

from codegen.mirror import BackLine, Backward, Group, names_in


def pruned(backward: Backward) -> Backward:
    """The mirror without lines whose gradients are neither returned nor read by a later line."""
    live = {name for _, name in backward.gradients}
    groups = []
    for group in reversed(backward.groups):
        lines: list[BackLine] = []
        for line in reversed(group.lines):
            targets = line.targets or (line.target,)
            if not live & set(targets):
                continue
            for node in (line.expr, line.index):
                live |= set(names_in(node)) if node is not None else set()
            lines.append(_without(line, live))
        groups.append(Group(group.statement, group.stage, tuple(reversed(lines))))
    return replace(backward, groups=tuple(group for group in reversed(groups) if group.lines))


def _without(line: BackLine, live: set[str]) -> BackLine:
    """A call with `_` for the gradients that are not used."""
    if not line.targets:
        return line
    return replace(line, targets=tuple(target if target in live else "_" for target in line.targets))
