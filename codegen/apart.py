"""A name that is given a new value from its old one: their gradients must not get in each other's way.

The gradient on the old value is made last, where that is enough. Where it is not, the new value has
a name of its own; and where it cannot have one, since it meets other versions in a loop or a branch,
its gradient has.
"""

from __future__ import annotations

import ast
from dataclasses import replace

from codegen.blocks import Blocks
from codegen.lower import Statement, base
from codegen.mirror import BackLine, base_of, gradient, name_node, substituted
from codegen.trees import names_in


class Apart(Blocks):
    """Keeps the gradients on two values of one name apart."""

    def _order(self, statement: Statement) -> None:
        """A name that is assigned from itself: the gradient on its old value comes last."""
        if statement.form == "write" or len(statement.binds) != 1:
            return
        (bind,) = statement.binds
        mine = [
            line
            for line in self.lines
            if any(base_of(t) == base(bind.version) for t in (line.target, *line.targets))
            and gradient(self._whole(bind.version)) not in (line.target, *line.targets)
        ]
        if any(line.targets for line in mine) and bind.version not in self.shared:
            self.apart.add(bind.version)
        elif len(mine) == 1 and not mine[0].index and not mine[0].targets:
            self.lines.remove(mine[0])
            self.lines.append(mine[0])

    def _keep_apart(self, statement: Statement, start: int) -> None:
        """Renames what is assigned where its gradient is read after that on its old value is there."""
        lines = [line for group in self.groups[start:] for line in group.lines]
        binds = statement.binds if statement.form != "write" else ()
        overtaken = [b for b in binds if _overtaken(gradient(self._whole(b.version)), lines)]
        if overtaken and not any(b.version in self.shared for b in binds):
            self.apart.update(bind.version for bind in binds)
        for bind in overtaken if any(b.version in self.shared for b in binds) else ():
            self._hold_upstream(self._whole(bind.version), start)

    def _hold_upstream(self, version: str, start: int) -> None:
        """Gives the gradient on a new value a name of its own while that on the old one is made."""
        if _begins(gradient(version), [line for group in self.groups[start:] for line in group.lines]):
            return
        held = self._temporary(f"{base(version)}_next", version)
        names = {gradient(version): name_node(gradient(held))}
        for position in range(start, len(self.groups)):
            group = self.groups[position]
            first = _after_sums(gradient(version), group.lines) if position == start else 0
            lines = [replace(x, expr=substituted(x.expr, names)) for x in group.lines[first:]]
            if position == start:
                lines = [*_held(gradient(version), gradient(held), group.lines[:first]), *lines]
            self.groups[position] = replace(group, lines=tuple(lines))


def _held(mine: str, held: str, before: tuple[BackLine, ...]) -> list[BackLine]:
    """The lines before a gradient is held under another name, and that which gives it the name."""
    if before and before[-1].op == "=" and before[-1].target == mine:
        return [*before[:-1], replace(before[-1], target=held)]
    return [*before, BackLine(held, "=", name_node(mine))]


def _after_sums(mine: str, lines: tuple[BackLine, ...]) -> int:
    """Where what other names of the same value have as gradients has been added: `a = b = a * b`.

    And where the gradients on items that are read by themselves have been put together.
    """
    return max((i for i, line in enumerate(lines, 1) if line.target == mine and not line.index), default=0)


def _begins(mine: str, lines: list[BackLine]) -> bool:
    """Whether a gradient is given its value before it is read."""
    for line in lines:
        if mine in names_in(line.expr):
            return False
        if mine == line.target and line.op == "=" and line.index is None:
            return True
    return False


def _overtaken(mine: str, lines: list[BackLine]) -> bool:
    """Whether a gradient is read after another one that may have its name has been changed."""
    changed = False
    for line in lines:
        if changed and mine in names_in(line.expr):
            return True
        others = [t for t in (line.target, *line.targets) if t != mine]
        passed_on = line.op == "=" and isinstance(line.expr, ast.Name) and line.expr.id == mine
        changed = changed or (not passed_on and any(base_of(t) == base_of(mine) for t in others))
    return False
