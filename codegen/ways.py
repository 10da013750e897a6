"""Names that are given one of several parts of arrays, with what reads them on each way by itself.

After `row = A[i] if test else B[i]` a write into row is one into A or into B. Where the facts show such a
write, what follows as far as row is read stands in both arms of a branch, and in each of them it is known
which part row is a name of.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Sequence

from codegen.structure import falls_through

Places = frozenset[tuple[int, int, str]]  # where statements give names to parts of arrays, and the names
BLOCKS = ("body", "orelse")
MOST = 600  # nodes that are written out again


def way_by_way(body: list[ast.stmt], places: Places) -> list[ast.stmt]:
    """The body, which is changed, with what reads such a name in the arms that give it its parts."""
    return _Ways(places).block(body) if places else body


class _Ways:
    """Rewrites blocks, as long as there is room for what is written out again."""

    def __init__(self, places: Places) -> None:
        self.places, self.room = places, MOST

    def block(self, statements: list[ast.stmt]) -> list[ast.stmt]:
        """A block."""
        out: list[ast.stmt] = []
        rest = list(statements)
        while rest:
            statement = self.as_branch(rest.pop(0))
            if isinstance(statement, ast.If) and (names := self.named(statement)):
                self.take_in(statement, out, names)
                count = self.length(rest, names)
                if count and self.fits(rest[:count]):
                    self.follow(statement, rest[:count])
                    rest = rest[count:]
            for name in BLOCKS:
                inner = getattr(statement, name, None)
                if isinstance(inner, list) and inner and not isinstance(statement, ast.ClassDef):
                    setattr(statement, name, self.block(inner))
            out.append(statement)
        return out

    def length(self, rest: list[ast.stmt], names: set[str]) -> int:
        """How many statements there are as far as the last that reads what is given a part by then."""
        count, before = 0, -1
        while count > before:
            before = count
            names = names | {self.given(s) for s in rest[:count]} - {""}
            count = max((i + 1 for i, s in enumerate(rest) if mentions([s], names)), default=0)
        return count

    def fits(self, statements: list[ast.stmt]) -> bool:
        """Whether statements may be written out again; if so, there is less room for others."""
        size = sum(1 for statement in statements for _ in ast.walk(statement))
        fits = size <= self.room
        self.room -= size if fits else 0
        return fits

    def as_branch(self, node: ast.stmt) -> ast.stmt:
        """`row = A if test else B` as a branch with an assignment in each arm."""
        name = self.given(node)
        if not name or not isinstance(node, ast.Assign) or not isinstance(node.value, ast.IfExp):
            return node
        arms: list[list[ast.stmt]] = []
        for value in (node.value.body, node.value.orelse):
            arm = copy.copy(node)
            arm.targets, arm.value = copy.deepcopy(node.targets), value
            arm.changed = arm.made = True  # type: ignore[attr-defined]
            arms.append([arm])
        branch = ast.copy_location(ast.If(node.value.test, *arms), node)
        branch.changed = True  # type: ignore[attr-defined]
        return branch

    def given(self, node: ast.stmt) -> str:
        """The name that a statement gives to a part."""
        targets = node.targets if isinstance(node, ast.Assign) else []
        name = targets[0].id if len(targets) == 1 and isinstance(targets[0], ast.Name) else ""
        return name if (node.lineno, node.col_offset, name) in self.places else ""

    def named(self, branch: ast.If) -> set[str]:
        """The names that an arm of a branch gives to parts, in statements of its own."""
        found: set[str] = set()
        for statement in (*branch.body, *branch.orelse):
            found |= {self.given(statement)} | (
                self.named(statement) if isinstance(statement, ast.If) else set()
            )
        return found - {""}

    def take_in(self, branch: ast.If, before: list[ast.stmt], names: set[str]) -> None:
        """Puts what gives such a name a part right above the branch into its arms."""
        binds = any(isinstance(part, ast.NamedExpr) for part in ast.walk(branch.test))
        if not before or self.given(before[-1]) not in names or mentions([branch.test], names) or binds:
            return
        above = before.pop()
        branch.body, branch.orelse = [above, *branch.body], [copy.deepcopy(above), *branch.orelse]
        for arm in (branch.body, branch.orelse):
            arm[0].made = arm[0].changed = True  # type: ignore[attr-defined]

    def follow(self, branch: ast.If, rest: list[ast.stmt]) -> None:
        """Puts what follows a branch at the ends of its arms."""
        through = falls_through(branch.body)
        if through:
            branch.body = [*branch.body, *rest]
        if falls_through(branch.orelse):
            branch.orelse = [*branch.orelse, *(_again(rest) if through else rest)]


def _again(statements: list[ast.stmt]) -> list[ast.stmt]:
    """Statements once more, whose comments stand where they stand first."""
    new = copy.deepcopy(statements)
    for part in (part for statement in new for part in ast.walk(statement)):
        if isinstance(part, ast.stmt):
            part.made = True  # type: ignore[attr-defined]
    return new


def mentions(nodes: Sequence[ast.AST], names: set[str]) -> bool:
    """Whether something has one of the names in it."""
    return any(isinstance(n, ast.Name) and n.id in names for node in nodes for n in ast.walk(node))
