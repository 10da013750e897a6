"""Arguments that are given a tuple, a list of any length or a dict where they are None or empty, as choices.

`if state is None: state = (a, b)` is `state = (a, b) if state is None else state`, since a choice is one
value of which the items are known one by one. `h, c = state or (a, b)` is a branch, each arm of which
takes its own apart.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Set

from codegen.scopes import SCOPES
from codegen.trees import copied, walk

BLOCKS = ("body", "orelse")
MADE = (ast.Tuple, ast.Dict)


def with_choices(body: list[ast.stmt], own: Set[str]) -> list[ast.stmt]:
    """The body with such statements so; `own` are the arguments."""
    if not own:
        return body
    return [_one(statement, own) for statement in body]


def _one(node: ast.stmt, own: Set[str]) -> ast.stmt:
    if isinstance(node, SCOPES):
        return node
    new = _chosen(node, own) or _branched(node, own)
    if new is not None:
        new.changed = True  # type: ignore[attr-defined]
        return new
    for field in BLOCKS:
        inner = getattr(node, field, None)
        if isinstance(inner, list) and inner:
            node = copy.copy(node)
            setattr(node, field, with_choices(inner, own))
    return node


def _chosen(node: ast.stmt, own: Set[str]) -> ast.stmt | None:
    """The choice that a branch is that gives an argument a container where it is None."""
    if not isinstance(node, ast.If) or node.orelse or len(node.body) != 1:
        return None
    given = node.body[0]
    if not isinstance(given, ast.Assign) or len(given.targets) != 1:
        return None
    target = given.targets[0]
    if not isinstance(target, ast.Name) or target.id not in own or not _is_container(given.value):
        return None
    if not _asks_for_none(node.test, target.id):
        return None
    kept = ast.copy_location(ast.Name(target.id, ast.Load()), target)
    value = ast.copy_location(ast.IfExp(node.test, given.value, kept), given.value)
    return ast.copy_location(ast.Assign([target], value), given)


def _branched(node: ast.stmt, own: Set[str]) -> ast.stmt | None:
    """The branch that a choice is which is taken apart, of a tuple and an argument."""
    if (
        not isinstance(node, ast.Assign)
        or len(node.targets) != 1
        or not isinstance(node.targets[0], ast.Tuple)
    ):
        return None
    choice = _either(node.value)
    if choice is None or any(isinstance(part, ast.NamedExpr) for part in walk(choice)):
        return None
    sides = (choice.body, choice.orelse)
    names = {side.id for side in sides if isinstance(side, ast.Name)}
    if not any(isinstance(side, ast.Tuple) for side in sides) or not names & own:
        return None
    arms = [ast.copy_location(ast.Assign(copied(node).targets, side), node) for side in sides]
    for arm in arms:
        arm.changed = True  # type: ignore[attr-defined]
    return ast.copy_location(ast.If(choice.test, [arms[0]], [arms[1]]), node)


def _either(value: ast.expr) -> ast.IfExp | None:
    """The choice that an expression is: `a if test else b`, or `name or b`."""
    if isinstance(value, ast.BoolOp) and isinstance(value.op, ast.Or) and len(value.values) == 2:
        first, second = value.values
        if isinstance(first, ast.Name):
            return ast.copy_location(ast.IfExp(copied(first), first, second), value)
    return value if isinstance(value, ast.IfExp) else None


def _asks_for_none(test: ast.expr, name: str) -> bool:
    """Whether a test is `name is None`, or `not name`."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return isinstance(test.operand, ast.Name) and test.operand.id == name
    if not isinstance(test, ast.Compare) or not isinstance(test.ops[0], ast.Is) or len(test.ops) != 1:
        return False
    none = test.comparators[0]
    named = isinstance(test.left, ast.Name) and test.left.id == name
    return named and isinstance(none, ast.Constant) and none.value is None


def _is_container(value: ast.expr) -> bool:
    """Whether a container is made by an expression, and no list whose items are known one by one."""
    if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Mult):
        return isinstance(value.left, ast.List)
    return isinstance(value, MADE)
