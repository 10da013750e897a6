"""Makes a program that fails smaller, as long as it fails in the same way."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import replace

from fuzz.expressions import Program
from fuzz.judge import Verdict, examine, in_time
from fuzz.relations import RELATIONS


def smaller(program: Program) -> Iterator[Program]:
    """Programs with less in them."""
    tree = ast.parse(program.source)
    functions = [n for n in tree.body if isinstance(n, ast.FunctionDef)]
    for source in _less(tree):
        yield program.with_source(source)
    last = functions[-1]
    for position in range(len(last.args.args)):
        if len(last.args.args) > 1:
            new = copy.deepcopy(tree)
            function = [n for n in new.body if isinstance(n, ast.FunctionDef)][-1]
            name = function.args.args.pop(position).arg
            arguments = (*program.arguments[:position], *program.arguments[position + 1 :])
            if program.options.wrt and name in program.options.wrt[program.name]:
                continue
            yield replace(program, source=ast.unparse(new) + "\n", arguments=arguments)


def _less(tree: ast.Module) -> Iterator[str]:
    nodes = list(ast.walk(tree))
    whole = [n for n, node in enumerate(nodes) if isinstance(node, ast.stmt)]
    parts = [n for n, node in enumerate(nodes) if not isinstance(node, ast.stmt)]
    for group in (whole, parts):
        for number, edit in ((n, e) for e in range(8) for n in group):
            new = copy.deepcopy(tree)
            node = list(ast.walk(new))[number]
            if _edited(new, node, edit):
                try:
                    text = ast.unparse(ast.fix_missing_locations(new)) + "\n"
                    ast.parse(text)
                except Exception:
                    continue
                yield text


def _edited(tree: ast.Module, node: ast.AST, edit: int) -> bool:
    """Makes one of several edits at a node; False if there is no such edit."""
    if isinstance(node, ast.stmt) and not isinstance(node, (ast.Return, ast.Import)):
        if edit == 0:
            return _put(tree, node, [])
        if edit == 1 and isinstance(node, (ast.For, ast.While, ast.If)):
            return _put(tree, node, node.body)
        if edit == 2 and isinstance(node, ast.If) and node.orelse:
            return _put(tree, node, node.orelse)
        if edit == 3 and isinstance(node, (ast.For, ast.While, ast.If)) and node.orelse:
            node.orelse = []
            return True
        if edit == 4 and isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
            value = ast.BinOp(ast.Name(node.target.id, ast.Load()), node.op, node.value)
            return _put(tree, node, [ast.Assign([node.target], value, lineno=0)])
    if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple) and edit < len(node.value.elts):
        node.value = node.value.elts[edit]
        return True
    if isinstance(node, ast.arg) and node.annotation is not None and edit == 0:
        if ast.unparse(node.annotation) in ("int", "list[float]"):
            return False
        node.annotation = None
        return True
    if isinstance(node, (ast.BinOp, ast.Call, ast.UnaryOp, ast.IfExp, ast.Compare, ast.BoolOp)):
        parts = [
            c
            for c in ast.iter_child_nodes(node)
            if isinstance(c, ast.expr) and c is not getattr(node, "func", None)
        ]
        if edit < len(parts):
            return _put_expr(tree, node, parts[edit])
        if edit == 7 and not isinstance(node, ast.Call):
            return _put_expr(tree, node, ast.Constant(0.5))
    return False


def _put(tree: ast.Module, node: ast.stmt, new: list[ast.stmt]) -> bool:
    for parent in ast.walk(tree):
        for name in ("body", "orelse"):
            block = getattr(parent, name, None)
            if isinstance(block, list) and node in block:
                place = block.index(node)
                block[place : place + 1] = new
                if not block and name == "body":
                    block.append(ast.Pass())
                return True
    return False


def _put_expr(tree: ast.Module, node: ast.expr, new: ast.expr) -> bool:
    class Put(ast.NodeTransformer):
        def visit(self, part: ast.AST) -> ast.AST:
            return new if part is node else self.generic_visit(part)

    Put().visit(tree)
    return True


def shrunk(
    program: Program, verdict: Verdict, second: bool, relate: int | None, limit: int = 160
) -> tuple[Program, Verdict]:
    """A smaller program that fails in the same way."""
    tries, going = 0, True
    if not verdict.at.startswith("second"):
        second = False
    if verdict.at not in [r.__name__ for r in RELATIONS]:
        relate = None
    while going:
        going = False
        for candidate in smaller(program):
            tries += 1
            if tries > limit:
                return program, verdict
            if candidate.source == program.source or not in_time(candidate):
                continue
            result = examine(candidate, second, relate)
            if result.mark == verdict.mark:
                program, verdict, going = candidate, result, True
                break
    return program, verdict
