"""A last look at every output: names are bound, the cache is read, nothing is assigned in vain.

What this finds is a defect of the program, never of its input. It costs one parse.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator


class Defect(RuntimeError):
    """The program has written something that it must not write."""


def verify(text: str) -> None:
    """Raises `Defect` if a generated module breaks one of the rules that can be seen in its text."""
    tree = ast.parse(text)
    known = set(dir(builtins)) | set(_bound_at_top(tree))
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            _verify_function(node, known)


def _bound_at_top(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node.name
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            yield from (alias.asname or alias.name.split(".")[0] for alias in node.names)
        else:
            yield from (n.id for n in ast.walk(node) if isinstance(n, ast.Name))


def _verify_function(node: ast.FunctionDef, known: set[str]) -> None:
    bound: set[str] = set()
    read: set[str] = set()
    for part in ast.walk(node):
        if isinstance(part, ast.Name):
            (read if isinstance(part.ctx, ast.Load) else bound).add(part.id)
        elif isinstance(part, ast.arg):
            bound.add(part.arg)
        elif isinstance(part, ast.FunctionDef):
            bound.add(part.name)
    if unbound := read - bound - known:
        raise Defect(f"{node.name} reads {', '.join(sorted(unbound))}, bound nowhere")
    if node.name.endswith("_backward"):
        unpacked = _unpacked(node)
        if unread := unpacked - read:
            raise Defect(f"{node.name} unpacks {', '.join(sorted(unread))}, and does not read it")


def _unpacked(node: ast.FunctionDef) -> set[str]:
    """The names that the first statement takes out of the last argument, if that is what it does."""
    rest = node.body[1:] if ast.get_docstring(node) is not None else node.body
    first = rest[0] if rest else None
    if not isinstance(first, ast.Assign) or not isinstance(first.value, ast.Name) or not node.args.args:
        return set()
    if first.value.id != node.args.args[-1].arg:
        return set()
    return {n.id for n in ast.walk(first.targets[0]) if isinstance(n, ast.Name)}
