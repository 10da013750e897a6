"""What an assignment gives values to: names, and displays of names."""

from __future__ import annotations

import ast
from collections.abc import Iterator


def are_names(targets: list[ast.expr]) -> bool:
    """Whether an assignment gives one value to several plain names."""
    return len(targets) > 1 and all(isinstance(target, ast.Name) for target in targets)


def count(target: ast.expr) -> int:
    """How many names a target has."""
    if isinstance(target, ast.Name):
        return 1
    return sum(count(part) for part in target.elts)  # type: ignore[attr-defined, misc]


def depth(target: ast.expr) -> int:
    """How deep the first name of a target is."""
    levels = 0
    while not isinstance(target, ast.Name):
        target = target.elts[0]  # type: ignore[attr-defined]
        levels += 1
    return levels


def retargeted(target: ast.expr, versions: Iterator[str]) -> ast.expr:
    """A target with versions for its names."""
    if isinstance(target, ast.Name):
        return ast.Name(next(versions), ast.Store())
    parts = [retargeted(part, versions) for part in target.elts]  # type: ignore[attr-defined]
    return ast.Tuple(parts, ast.Store())


def each_once(targets: list[ast.expr]) -> list[ast.expr]:
    """The targets of a chained assignment without a name that is among them already."""
    found: dict[str, ast.expr] = {}
    for target in targets:
        found.setdefault(ast.unparse(target) if isinstance(target, ast.Name) else str(len(found)), target)
    return list(found.values())
