"""Marks that would have no effect: those in functions that are written out where they are called."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator

from codegen.captures import identifiers
from codegen.parse import Module
from codegen.problems import Problem, problem_at
from codegen.trees import walk

WAY = "mark the statement that calls it, or let the function return what it gives"


def idle_marks(module: Module, pairs: Collection[str]) -> Iterator[Problem]:
    """The problems of marked statements in functions that are called by those with pairs, and have none."""
    for name in _called_from(module, pairs):
        for node in () if name in pairs else walk(module.functions[name].node):
            marks = module.recomputed | module.checkpoints.keys()
            if isinstance(node, ast.stmt) and not isinstance(node, ast.FunctionDef) and node.lineno in marks:
                text = f"this mark has no effect: {name} is written out where it is called, and has no cache"
                yield problem_at("E110", node, text, WAY)


def _called_from(module: Module, first: Collection[str]) -> list[str]:
    """These functions, those that they call, and those that these call in turn."""
    found: dict[str, None] = {}
    waiting = [name for name in first if name in module.functions]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = None
            waiting += sorted(identifiers(module.functions[name].node) & module.functions.keys())
    return list(found)
