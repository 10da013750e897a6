"""Parts of the transpose of an array, as parts of the array itself: `B.T[j]` is `B[:, j]`.

That is so where the array has two axes, which the facts of a first walk say. Where a part keeps both
of them, what is written into it is transposed instead: `B.T[:2] = C` is `B[:, :2] = C.T`.
"""

from __future__ import annotations

import ast
import copy

from codegen.scopes import COMPREHENSIONS
from codegen.trees import Transformer, copied, walk

# Behind the name of an array: writes into its transpose, those of what is transposed then, and reads.
THROUGH, TURNED, READ = ".T", ".T=", ".T[]"


def is_transpose(node: ast.expr) -> bool:
    """Whether an expression is the transpose of what has a name."""
    return isinstance(node, ast.Attribute) and node.attr == "T" and isinstance(node.value, ast.Name)


def straight(part: ast.expr) -> ast.expr:
    """A part of a transpose as one of the array, which may be the transpose of it; anything else as it is."""
    return _straight(part)[0] if isinstance(part, ast.Subscript) else part


def turns(part: ast.expr) -> bool:
    """Whether a part of a transpose keeps both axes, the other way round: `B.T[1:]` is no `B[:, 1:]`."""
    return _straight(part)[1]


def _straight(part: ast.expr) -> tuple[ast.expr, bool]:
    if is_transpose(part):
        return part.value, True  # type: ignore[attr-defined]
    if not isinstance(part, ast.Subscript):
        return part, False
    whole, turned = _straight(part.value)
    if not turned:
        inner = part if whole is part.value else placed(ast.Subscript(whole, part.slice, part.ctx), part)
        return inner, False
    axes = part.slice.elts if isinstance(part.slice, ast.Tuple) else [part.slice]
    if len(axes) > 2 or any(isinstance(axis, ast.Constant) and axis.value is None for axis in axes):
        return part, False
    index: ast.expr = axes[0]
    if len(axes) == 2 or not _is_dots(index):
        first = axes[1] if len(axes) == 2 else ast.Slice()
        index = first if is_full(axes[0]) else ast.Tuple([first, axes[0]], ast.Load())
    both = all(isinstance(axis, ast.Slice) or _is_dots(axis) for axis in axes)
    return placed(ast.Subscript(whole, index, part.ctx), part), both


def _is_dots(axis: ast.expr) -> bool:
    return isinstance(axis, ast.Constant) and axis.value is Ellipsis


def is_full(axis: ast.expr) -> bool:
    """Whether part of an index is a slice that leaves nothing out."""
    return isinstance(axis, ast.Slice) and axis.lower is axis.upper is axis.step is None


def straightened(statement: ast.stmt, names: set[str]) -> ast.stmt:
    """A statement that reads or writes parts of transposes as one that reads or writes parts of arrays."""
    read = {name.removesuffix(READ) for name in names if name.endswith(READ)}
    new = _written(statement, names)
    return _Reads(read).into(new) if read else new


class _Reads(Transformer):
    """Reads of parts of the transposes of some arrays."""

    def __init__(self, arrays: set[str]) -> None:
        self.arrays = arrays

    def into(self, statement: ast.stmt) -> ast.stmt:
        """A statement, but not what is in its blocks."""
        new = copy.copy(statement)
        for name, value in ast.iter_fields(statement):
            if isinstance(value, ast.expr):
                setattr(new, name, self.visit(copied(value)))
                new.changed = True  # type: ignore[attr-defined]
        return new

    def visit(self, node: ast.AST) -> ast.AST:
        """One expression; of what is computed for many values the facts say nothing."""
        return node if isinstance(node, (ast.Lambda, *COMPREHENSIONS)) else super().visit(node)

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        """A part, if it is read."""
        self.generic_visit(node)
        known = is_transpose(node.value) and node.value.value.id in self.arrays  # type: ignore[attr-defined]
        return straight(node) if known and isinstance(node.ctx, ast.Load) else node


def _written(statement: ast.stmt, names: set[str]) -> ast.stmt:
    target = statement.target if isinstance(statement, ast.AugAssign) else None
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        target = statement.targets[0]  # type: ignore[assignment]
    if target is None or straight(target) is target:
        return statement
    whole: ast.expr = target
    while not isinstance(whole, ast.Name):
        whole = whole.value  # type: ignore[attr-defined]
    known = names & {whole.id + THROUGH, whole.id + TURNED}
    if len(known) != 1:
        return statement
    new = copy.copy(statement)
    if isinstance(new, ast.AugAssign):
        new.target = straight(target)  # type: ignore[assignment]
    else:
        new.targets = [straight(target)]  # type: ignore[attr-defined]
    if known.pop().endswith(TURNED):
        value: ast.expr = new.value  # type: ignore[attr-defined]
        new.value = placed(ast.Attribute(value, "T", ast.Load()), value)  # type: ignore[attr-defined]
    new.changed = True  # type: ignore[attr-defined]
    return new


def placed(new: ast.expr, old: ast.expr) -> ast.expr:
    """An expression in the place of another one, as far as its parts have no place."""
    for node in walk(new):
        if not getattr(node, "lineno", 0):
            ast.copy_location(node, old)
    return new
