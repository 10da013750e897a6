"""Imports inside of functions, and `global` of what is only read, as if they stood at the top.

An import binds its name for the function alone, so it is moved only where nothing else in the module has
that name: then it means the same everywhere. A `global` without an assignment says nothing.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator, Mapping
from typing import TypeGuard

from codegen.scopes import arguments, bound_in
from codegen.trees import Transformer, walk

Import = ast.Import | ast.ImportFrom


def with_headers(tree: ast.Module, comments: Mapping[int, tuple[int, str]]) -> ast.Module:
    """The module with such imports at its top, in the order in which they stand in it."""
    if not any(isinstance(part, ast.Global) or (_is_import(part) and part.col_offset) for part in walk(tree)):
        return tree
    inner = [part for whole in _functions(tree) for part in walk(whole) if _is_import(part)]
    at_top = {name for node in tree.body if not _is_import(node) for name in bound_in(node)}
    others = [node for node in tree.body if _is_import(node)]
    meanings: dict[str, set[str]] = {}
    for node in [*inner, *others]:
        for name, meaning in _meanings(node):
            meanings.setdefault(name, set()).add(meaning)
    clear = {name for name, found in meanings.items() if len(found) == 1 and name not in at_top}
    clear -= {name for name in clear if hasattr(builtins, name)}
    clear -= {name for whole in _functions(tree) for name in _bound_otherwise(whole)}
    moved = [node for node in inner if all(name in clear for name, _ in _meanings(node))]
    _Without({id(node) for node in moved}, comments).visit(tree)
    there = {name for node in others for name, _ in _meanings(node)}
    for node in moved:
        if not {name for name, _ in _meanings(node)} <= there:
            there |= {name for name, _ in _meanings(node)}
            tree.body.append(node)
    return tree


def _functions(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    """The functions and methods of a module."""
    for node in tree.body:
        for part in node.body if isinstance(node, ast.ClassDef) else [node]:
            if isinstance(part, ast.FunctionDef):
                yield part


def _is_import(node: ast.AST) -> TypeGuard[Import]:
    return isinstance(node, (ast.Import, ast.ImportFrom))


def _meanings(node: Import) -> Iterator[tuple[str, str]]:
    """The names that an import binds, each with what it names."""
    package = f"{'.' * node.level}{node.module or ''}:" if isinstance(node, ast.ImportFrom) else ""
    for alias in node.names:
        whole = alias.name if alias.asname or package else alias.name.split(".")[0]
        yield alias.asname or whole, package + whole


def _bound_otherwise(function: ast.FunctionDef) -> Iterator[str]:
    """The names that a function, or one in it, binds by anything but an import."""
    for part in walk(function):
        if isinstance(part, ast.Name) and not isinstance(part.ctx, ast.Load):
            yield part.id
        elif isinstance(part, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield part.name
            yield from (arg.arg for arg in arguments(part)) if not isinstance(part, ast.ClassDef) else ()
        elif isinstance(part, ast.Lambda):
            yield from (arg.arg for arg in arguments(part))
        elif isinstance(part, (ast.ExceptHandler, ast.MatchAs, ast.MatchStar)) and part.name:
            yield part.name


class _Without(Transformer):
    """Leaves out the imports that are moved, and each `global` of names that are only read."""

    def __init__(self, moved: set[int], comments: Mapping[int, tuple[int, str]]) -> None:
        self.moved, self.comments = moved, comments
        self.stored: set[str] = set()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        """A function, by itself."""
        outer, self.stored = self.stored, self.stored | {*_bound_otherwise(node)}
        self.generic_visit(node)
        self.stored = outer
        return node

    def visit_Import(self, node: ast.Import) -> ast.stmt:
        """An import that may be moved."""
        return self._gone(node) if id(node) in self.moved else node

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.stmt:
        """An import of names that may be moved."""
        return self._gone(node) if id(node) in self.moved else node

    def visit_Global(self, node: ast.Global) -> ast.stmt:
        """A `global`, which only matters to what is assigned."""
        return node if self.stored & {*node.names} else self._gone(node)

    def _gone(self, node: ast.stmt) -> ast.Pass:
        """What stands in the place of a statement that is not there any more, and of comments above it."""
        made = ast.copy_location(ast.Pass(), node)
        made.changed = made.gone = True  # type: ignore[attr-defined]
        while self.comments.get(made.lineno - 1, (-1, ""))[0] == node.col_offset:
            made.lineno -= 1
        return made
