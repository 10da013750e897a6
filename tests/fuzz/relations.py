"""Programs written in another way, whose gradients are the same: no numbers are needed to know that."""

from __future__ import annotations

import ast
import inspect
from dataclasses import replace
from typing import Any

from case_files import in_other_letters
from checking import namespace

from fuzz.expressions import Program


def in_other_names(program: Program) -> Program | None:
    """All names of the program's own changed."""
    source = in_other_letters(program.source)
    function = [n.name for n in ast.parse(source).body if isinstance(n, ast.FunctionDef)][-1]
    return replace(program, source=source, name=function)


def without_annotations(program: Program) -> Program | None:
    """Only annotations of what is no array or number are left."""
    tree = ast.parse(program.source)
    for argument in (a for a in ast.walk(tree) if isinstance(a, ast.arg)):
        if argument.annotation is not None and ast.unparse(argument.annotation) not in ("int", "list[float]"):
            argument.annotation = None
    source = ast.unparse(tree) + "\n"
    return None if source == ast.unparse(ast.parse(program.source)) + "\n" else program.with_source(source)


def in_the_other_style(program: Program) -> Program | None:
    """The notes' style."""
    return replace(program, options=replace(program.options, style="notes"))


def with_respect_to_one(program: Program) -> Program | None:
    """One argument's gradient only."""
    parameters = list(inspect.signature(namespace(program.source)[program.name]).parameters)
    able = [p for p, a in zip(parameters, program.arguments) if not isinstance(a, int)]
    if len(able) < 2:
        return None
    return replace(
        program,
        options=replace(program.options, wrt={program.name: (able[len(program.source) % len(able)],)}),
    )


class _Stages(ast.NodeTransformer):
    """Names the left operand of the outermost operation of assigned values."""

    count = 0

    def visit_Assign(self, node: ast.Assign) -> Any:
        return self.staged(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> Any:
        return self.staged(node)

    def staged(self, node: Any) -> Any:
        value = node.value
        if not isinstance(value, ast.BinOp) or isinstance(
            value.left, (ast.Name, ast.Subscript, ast.Constant)
        ):
            return node
        if any(isinstance(n, (ast.IfExp, ast.NamedExpr)) for n in ast.walk(value)):
            return node
        self.count += 1
        name = f"part_of_it{self.count}"
        first = ast.Assign([ast.Name(name, ast.Store())], value.left, lineno=0)
        value.left = ast.Name(name, ast.Load())
        return [first, node]


def in_stages(program: Program) -> Program | None:
    """Statements taken apart into two."""
    stages = _Stages()
    tree = ast.fix_missing_locations(stages.visit(ast.parse(program.source)))
    return program.with_source(ast.unparse(tree) + "\n") if stages.count else None


class _Dead(ast.NodeTransformer):
    """Puts a value that is not used, and a loop that makes one, at the start of each body."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> Any:
        self.generic_visit(node)
        name = node.args.args[0].arg
        text = f"unused = {name} * 2.0\nfor never in range(2):\n    unused = unused * 0.5"
        floats = ast.unparse(node.args.args[0].annotation or ast.Constant("")) not in ("int", "list[float]")
        node.body = [*(ast.parse(text).body if floats else []), *node.body]
        return node

    def visit_For(self, node: ast.For) -> Any:
        self.generic_visit(node)
        node.body = [*ast.parse("not_used = 1.5\nif not_used > 1:\n    not_used = 2.5").body, *node.body]
        return node


def with_dead_code(program: Program) -> Program | None:
    """Statements that change nothing."""
    tree = ast.fix_missing_locations(_Dead().visit(ast.parse(program.source)))
    return program.with_source(ast.unparse(tree) + "\n")


RELATIONS = (
    in_other_names,
    without_annotations,
    in_the_other_style,
    with_respect_to_one,
    in_stages,
    with_dead_code,
)
