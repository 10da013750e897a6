"""A gate for any number of operands to the gate for so many: `*x` becomes `x0, x1, x2`.

The line `dx[k] = ...` is written once for each of them, with `k` its number; in it `x[k]` is that
operand, `*x` are all of them, `*x[:k]` those before it, `*[w.T for w in x[:k]]` something of each, and
`sum(w.size for w in x[:k])` the sum over those. A slice from nothing, or to the sum over all, leaves
that end open.
"""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator

from codegen.trees import Transformer, copied


def several(node: ast.FunctionDef) -> str:
    """The name of the parameter that stands for several operands, or nothing."""
    return node.args.vararg.arg if node.args.vararg else ""


def instance(node: ast.FunctionDef, count: int) -> ast.FunctionDef:
    """A gate whose `*x` stands for so many operands, as a gate of that many parameters."""
    slot = several(node)
    new = copied(node)
    assert new.args.vararg is not None
    annotation = new.args.vararg.annotation
    new.args.args += [*(ast.arg(f"{slot}{i}", annotation) for i in range(count)), *new.args.kwonlyargs]
    new.args.defaults = [default for default in new.args.kw_defaults if default is not None]
    new.args.vararg, new.args.kwonlyargs, new.args.kw_defaults = None, [], []
    if new.returns is not None:
        new.returns = _Instance(slot, count, "", 0).visit(new.returns)
    body: list[ast.stmt] = []
    for statement in new.body:
        target = statement.targets[0] if isinstance(statement, ast.Assign) else None
        if isinstance(target, ast.Subscript) and isinstance(target.slice, ast.Name):
            for number in range(count):
                line: ast.Assign = copied(statement)  # type: ignore[assignment]
                line.targets = [ast.Name(f"d{slot}{number}", ast.Store())]
                body.append(_Instance(slot, count, target.slice.id, number).visit(line))
        else:
            body.append(_Instance(slot, count, "", 0).visit(statement))
    new.body = body
    return ast.fix_missing_locations(new)


class _Instance(Transformer):
    """Puts names in the place of `*x` and `x[k]`, and a number in that of `k`."""

    def __init__(self, slot: str, count: int, index: str, number: int) -> None:
        self.names = [f"{slot}{i}" for i in range(count)]
        self.slot, self.index, self.number = slot, index, number

    def visit_Call(self, node: ast.Call) -> ast.expr:
        terms = self._summed(node)
        if terms is not None:
            return functools.reduce(lambda a, b: ast.BinOp(a, ast.Add(), b), terms or [ast.Constant(0)])
        node.args = list(self._spread(node.args))
        self.generic_visit(node)
        return node

    def visit_Slice(self, node: ast.Slice) -> ast.Slice:
        lower, upper = (None if end is None else self._summed(end) for end in (node.lower, node.upper))
        self.generic_visit(node)
        if lower == []:
            node.lower = None
        if upper is not None and len(upper) == len(self.names):
            node.upper = None
        return node

    def _summed(self, node: ast.expr) -> list[ast.expr] | None:
        """The terms of `sum(... for y in x[:k])`, one for each operand; None for anything else."""
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id != "sum":
            return None
        (argument,) = node.args
        if not isinstance(argument, ast.GeneratorExp):
            return None
        if self._names(argument.generators[0].iter) is None:
            return None
        terms = ast.Starred(ast.ListComp(argument.elt, argument.generators), ast.Load())
        return [self.visit(term) for term in self._spread([terms])]

    def visit_List(self, node: ast.List) -> ast.List:
        node.elts = list(self._spread(node.elts))
        self.generic_visit(node)
        return node

    def visit_Tuple(self, node: ast.Tuple) -> ast.Tuple:
        node.elts = list(self._spread(node.elts))
        self.generic_visit(node)
        return node

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return ast.copy_location(ast.Constant(self.number), node) if node.id == self.index else node

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        if isinstance(node.value, ast.Name) and node.value.id == self.slot:
            name = self.names[self._number(node.slice)]
            return ast.copy_location(ast.Name(name, ast.Load()), node)
        self.generic_visit(node)
        return node

    def _spread(self, items: list[ast.expr]) -> Iterator[ast.expr]:
        for item in items:
            inner = item.value if isinstance(item, ast.Starred) else None
            loop = inner.generators[0] if isinstance(inner, ast.ListComp) else None
            names = self._names(loop.iter if loop else inner)
            if names is None:
                yield item
                continue
            for name in names:
                new: ast.expr = ast.copy_location(ast.Name(name, ast.Load()), item)
                if isinstance(inner, ast.ListComp) and loop and isinstance(loop.target, ast.Name):
                    new = _Renamed(loop.target.id, name).visit(copied(inner.elt))
                yield new

    def _names(self, node: ast.expr | None) -> list[str] | None:
        """The operands that `x`, `x[:k]` or `x[::-1]` stands for; None for anything else."""
        if isinstance(node, ast.Name) and node.id == self.slot:
            return self.names
        if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice):
            names, part = self._names(node.value), node.slice
            bounds = (part.lower, part.upper, part.step)
            return names and names[slice(*map(self._bound, bounds))]
        return None

    def _bound(self, node: ast.expr | None) -> int | None:
        return None if node is None else self._number(node)

    def _number(self, node: ast.expr) -> int:
        """A number that is written with `k`: `k`, `k + 1`, `0`."""
        if isinstance(node, ast.Name) and node.id == self.index:
            return self.number
        if isinstance(node, ast.Constant) and isinstance(node.value, int):
            return node.value
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            return -self._number(node.operand)
        if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Sub)):
            right = self._number(node.right)
            return self._number(node.left) + (right if isinstance(node.op, ast.Add) else -right)
        raise ValueError(f"line {node.lineno}: {ast.unparse(node)} is no number of an operand")


class _Renamed(Transformer):
    """Puts one name in the place of another."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.copy_location(ast.Name(self.new, ast.Load()), node) if node.id == self.old else node
