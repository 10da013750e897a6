"""Types of both passes of a function that is annotated with types, and of nothing but types.

Gradients have the types of what they are gradients on. What is kept for the backward pass is a tuple of which
a type checker knows no more: it is handed on, and read by nobody else.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from codegen.kind import Kind
from codegen.mirror import Backward
from codegen.output import Row
from codegen.parse import Function
from codegen.summary import Summary

ASSIGNED = re.compile(r"( *)(\w+) = (?!=)")
KEEPS_ITS_TYPE = ("number", "array", "tensor", "list", "dict")  # of tuples the gradients may be lists


@dataclass(frozen=True)
class Types:
    """The types of a function's arguments and outputs, as they are written; `anything` is how Any is."""

    parameters: Mapping[str, str]
    outputs: tuple[str, ...]
    anything: str

    @property
    def cache(self) -> str:
        """The type of what is kept."""
        return f"tuple[{self.anything}, ...]"

    def forward(self) -> str:
        """What the forward pass returns."""
        return _several([*self.outputs, self.cache]) if self.outputs else self.cache

    def upstream(self, number: int, name: str, kind: Kind) -> str:
        """The type of the gradient on an output by its number, or on an argument that is written into."""
        if number < len(self.outputs):
            return self._gradient(self.outputs[number], kind)
        return self._gradient(self.parameters.get(name, self.anything), kind)

    def gradients(self, backward: Backward, summary: Summary) -> list[str]:
        """The types of what the backward pass returns."""
        kinds = dict(zip(summary.parameters, summary.kinds))
        return [
            self._gradient(self.parameters.get(name, self.anything), kinds[name])
            for name, _ in backward.gradients
        ]

    def _gradient(self, text: str, kind: Kind) -> str:
        return text if kind.record or kind.form in KEEPS_ITS_TYPE else self.anything

    def backward(self, gradients: list[str]) -> str:
        """What the backward pass returns."""
        return _several(gradients) if len(gradients) > 1 else (gradients or ["None"])[0]


def _several(types: list[str]) -> str:
    return f"tuple[{', '.join(types)}]"


def is_typed(function: Function) -> bool:
    """Whether all that a function takes and returns has a type; shapes in quotes are none."""
    own = function.node.args
    whole = [*(arg.annotation for arg in _arguments(own)), function.node.returns]
    return not any(one is None or _is_text(one) for one in whole) and not (own.vararg or own.kwarg)


def is_made_of_typed(function: Function) -> bool:
    """Whether a function that was made of another one has no shapes in quotes; that one was typed."""
    own = function.node.args
    shapes = any(_is_text(arg.annotation) for arg in _arguments(own))
    return function.lifted and not shapes and not (own.vararg or own.kwarg)


def _arguments(own: ast.arguments) -> list[ast.arg]:
    return [*own.posonlyargs, *own.args, *own.kwonlyargs]


def _is_text(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def types_of(function: Function, outputs: int, anything: str) -> Types:
    """The types of a function that has so many outputs."""
    node, every = function.node, _arguments(function.node.args)
    parameters = {arg.arg: ast.unparse(arg.annotation) for arg in every if arg.annotation is not None}
    parameters = {} if node.returns is None else parameters  # of what was made of a function
    found = [] if node.returns is None else [ast.unparse(node.returns)]
    if outputs != 1:
        inner = node.returns.slice if isinstance(node.returns, ast.Subscript) else None
        found = [ast.unparse(part) for part in inner.elts] if isinstance(inner, ast.Tuple) else []
    if len(found) != outputs or "..." in found:
        found = [anything] * outputs
    return Types(parameters, tuple(found), anything)


def declared(rows: Iterable[Row], types: Mapping[str, str]) -> list[Row]:
    """The rows with types of names where these are first given a value."""
    left, new = dict(types), []
    for row in rows:
        found = ASSIGNED.match(row.text)
        if found and found[2] in left:
            row = replace(row, text=f"{found[1]}{found[2]}: {left.pop(found[2])} = {row.text[found.end() :]}")
        elif left:
            bound = row.text.partition(" = ")[0] if " = " in row.text else row.text.partition(" in ")[0]
            left = {name: text for name, text in left.items() if not re.search(rf"\b{name}\b", bound)}
        new.append(row)
    return new


def open_types(rows: Iterable[Row], anything: str) -> dict[str, str]:
    """The types of names of which the first value does not say what they are going to hold."""
    found: dict[str, str] = {}
    for row in rows:
        name = ASSIGNED.match(row.text)
        if name:
            value = row.text[name.end() :].partition("  #")[0]
            if value == "[]" or value.startswith("[None] * "):
                found.setdefault(name[2], f"list[{anything}]")
            elif value in ("0", "None") or row.origin.role == "nothing":
                found.setdefault(name[2], anything)
    return found


def typed_helper(text: str, anything: str) -> str:
    """A helper of which a type checker is told that it takes and gives anything."""
    lines = text.split("\n")
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
    for node in sorted(functions, key=lambda node: -node.lineno):
        own = node.args
        for arg in (*own.posonlyargs, *own.args, *own.kwonlyargs, *filter(None, [own.vararg, own.kwarg])):
            arg.annotation = ast.Name(anything, ast.Load())
        head = f"def {node.name}({ast.unparse(own)}) -> {anything}:"
        lines[node.lineno - 1 : node.body[0].lineno - 1] = [" " * node.col_offset + head]
    return "\n".join(lines)
