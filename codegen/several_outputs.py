"""Calls of functions with several outputs, used as the tuple that these are: `state = cell(x, state)`.

Each output gets a name above the statement, and the tuple is made of these names.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable

from codegen.scopes import COMPREHENSIONS, SCOPES
from codegen.trees import Transformer, copied, walk

Fresh = Callable[[str], str]
Arity = Callable[[str], int]
PLAIN = (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Return, ast.Expr, ast.If, ast.Assert, ast.For)
MAYBE = (ast.IfExp, ast.BoolOp, *COMPREHENSIONS, *SCOPES)


def with_names(body: list[ast.stmt], arity: Arity, fresh: Fresh) -> list[ast.stmt]:
    """The body with such calls taken apart; `arity` says how many outputs a function has, 1 for others."""
    return [new for statement in body for new in _statement(statement, arity, fresh)]


def _statement(statement: ast.stmt, arity: Arity, fresh: Fresh) -> list[ast.stmt]:
    """What stands in the place of a statement."""
    if not any(_outputs(part, arity) > 1 for part in walk(statement)):
        return [statement]
    new = copy.copy(statement)
    for field in ("body", "orelse"):
        inner = getattr(new, field, None)
        if isinstance(inner, list) and inner and isinstance(inner[0], ast.stmt):
            setattr(new, field, with_names(inner, arity, fresh))
    if not isinstance(new, PLAIN):
        return [new]
    work = _Apart(arity, fresh, _stem(new), new)
    for field in ("value", "test", "iter"):
        value = getattr(new, field, None)
        if isinstance(value, ast.expr):
            apart = _is_taken_apart(new, value, arity)
            setattr(new, field, (work.generic_visit if apart else work.visit)(copied(value)))
    if work.above:
        new.changed = True  # type: ignore[union-attr]
    return [*work.above, new]


def _outputs(node: ast.AST, arity: Arity) -> int:
    """How many outputs a call has, if it is one of a function by its name."""
    return arity(node.func.id) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else 1


def _is_taken_apart(statement: ast.stmt, value: ast.expr, arity: Arity) -> bool:
    """Whether a statement gives each output of a call a name, or returns all of them."""
    if _outputs(value, arity) == 1:
        return False
    targets = statement.targets if isinstance(statement, ast.Assign) else []
    return isinstance(statement, ast.Return) or isinstance(targets[0] if targets else None, ast.Tuple)


def _stem(statement: ast.stmt) -> str:
    """The name that a statement gives a value to."""
    target = statement.targets[0] if isinstance(statement, ast.Assign) else None
    return target.id if isinstance(target, ast.Name) else ""


class _Apart(Transformer):
    """Puts tuples of names in the place of calls that are carried out in any case."""

    def __init__(self, arity: Arity, fresh: Fresh, stem: str, place: ast.stmt) -> None:
        self.arity, self.fresh, self.stem, self.place = arity, fresh, stem, place
        self.above: list[ast.stmt] = []

    def visit(self, node: ast.AST) -> ast.AST:
        """One expression; an output that is asked for by its place is its name."""
        if isinstance(node, MAYBE):
            return node
        place = node.slice.value if _is_place(node) else None  # type: ignore[attr-defined]
        if isinstance(node, ast.Subscript) and isinstance(place, int):
            count = _outputs(node.value, self.arity)
            if count > 1 and place < count:
                return self.visit(node.value).elts[place]  # type: ignore[attr-defined, no-any-return]
        new = self.generic_visit(node)
        count = _outputs(new, self.arity)
        return self.named(new, count) if count > 1 else new  # type: ignore[arg-type]

    def named(self, call: ast.Call, count: int) -> ast.Tuple:
        """The tuple of the names of a call's outputs, which are given above."""
        stem = self.stem or call.func.id  # type: ignore[attr-defined]
        names = [self.fresh(f"{stem}_{i}") for i in range(count)]
        target = ast.Tuple([ast.Name(name, ast.Store()) for name in names], ast.Store())
        statement = ast.Assign([target], call)
        outputs = ast.Tuple([ast.Name(name, ast.Load()) for name in names], ast.Load())
        for part in (*walk(statement), *walk(outputs)):
            if isinstance(part, (ast.expr, ast.stmt)) and not hasattr(part, "lineno"):
                ast.copy_location(part, self.place if isinstance(part, ast.stmt) else call)
        statement.made = True  # type: ignore[attr-defined]
        self.above.append(statement)
        return outputs


def _is_place(node: ast.AST) -> bool:
    """Whether something is taken by a place that counts from the first one."""
    index = node.slice if isinstance(node, ast.Subscript) else None
    return isinstance(index, ast.Constant) and type(index.value) is int and index.value >= 0
