"""Names of builtins that the output reads where the source gives them to something else.

A person's `range` stays what it is called. Where a line or a helper of ours calls the builtin of that
name, it would get the person's: that is a problem of the source, told at the place of its function.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator

from codegen.parse import Module
from codegen.problems import Problem
from codegen.trees import walk

PASSES = ("_forward", "_backward")


def hidden_builtins(output: ast.Module, module: Module, pairs: tuple[str, ...]) -> list[Problem]:
    """The problems of builtins that a module or a function has given another meaning."""
    made = {node.name: node for node in output.body if isinstance(node, ast.FunctionDef)}
    passes = {f"{name}{suffix}" for name in pairs for suffix in PASSES}
    problems = []
    for name in pairs:
        node = module.functions[name].node
        own = _bound(node) & _BUILTINS
        own &= {word for suffix in PASSES if own for word in _called(made[f"{name}{suffix}"])}
        problems += [_problem(node, word, f"{name} has a variable of that name") for word in sorted(own)]
    top = {*module.imports, *module.functions, *module.constants} & _BUILTINS
    helpers = [node for name, node in made.items() if name not in passes and name not in module.functions]
    read = {word for node in helpers if top for word in _read(node)} & top
    first = module.functions[pairs[0]].node if pairs else None
    if first is not None:
        text = "the module has something else of that name"
        problems += [_problem(first, word, text) for word in sorted(read)]
    return problems


_BUILTINS = frozenset(dir(builtins))


def _called(node: ast.AST) -> Iterator[str]:
    """The plain names that are called."""
    for part in walk(node):
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Name):
            yield part.func.id


def _read(node: ast.AST) -> Iterator[str]:
    for part in walk(node):
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load):
            yield part.id


def _bound(node: ast.FunctionDef) -> set[str]:
    """The names of a function's arguments and variables."""
    parts = list(walk(node))
    stored = {n.id for n in parts if isinstance(n, ast.Name) and not isinstance(n.ctx, ast.Load)}
    return stored | {a.arg for a in parts if isinstance(a, ast.arg)}


def _problem(node: ast.FunctionDef, word: str, text: str) -> Problem:
    return Problem(
        node.lineno, 1, "E305", f"the output needs the builtin {word}, and {text}", f"rename that {word}"
    )
