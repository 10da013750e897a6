"""`map` of a function, as a comprehension that calls it: `sum(map(f, xs))` is `sum(f(x) for x in xs)`."""

from __future__ import annotations

import ast
from collections.abc import Callable

from codegen.trees import Transformer, walk

CONSUMERS = ("sum", "list", "tuple", "max", "min", "sorted")


def without_maps(
    body: list[ast.stmt],
    is_builtin: Callable[[str], bool],
    is_function: Callable[[ast.expr], bool],
    fresh: Callable[[str], str],
) -> list[ast.stmt]:
    """The body with comprehensions in the place of calls of `map` that are gone through at once.

    `is_function` tells which functions a gradient goes through; `fresh` gives names.
    """
    if not is_builtin("map"):
        return body
    work = _Maps(is_builtin, is_function, fresh)
    return [work.statement(statement) for statement in body]


class _Maps(Transformer):
    """Rewrites expressions, and marks the statements in which it does."""

    def __init__(
        self,
        is_builtin: Callable[[str], bool],
        is_function: Callable[[ast.expr], bool],
        fresh: Callable[[str], str],
    ) -> None:
        self.is_builtin, self.is_function, self.fresh = is_builtin, is_function, fresh
        self.changed = False

    def statement(self, statement: ast.stmt) -> ast.stmt:
        """A statement; what is in it is marked by itself."""
        before, self.changed = self.changed, False
        new = self.generic_visit(statement)
        assert isinstance(new, ast.stmt)
        if self.changed:
            new.changed = True  # type: ignore[attr-defined]
        self.changed = before
        return new

    def visit(self, node: ast.AST) -> ast.AST:
        """One node."""
        if isinstance(node, ast.stmt):
            return self.statement(node)
        new = super().visit(node)
        assert isinstance(new, ast.AST)
        return new

    def generic_visit(self, node: ast.AST) -> ast.AST:
        """The parts of a node first."""
        super().generic_visit(node)
        several = isinstance(node, ast.Assign) and isinstance(node.targets[0], (ast.Tuple, ast.List))
        if isinstance(node, ast.For) and (items := self.items(node.iter)) is not None:
            first = ast.copy_location(ast.Assign([node.target], items.elt, lineno=node.lineno), node.iter)
            first.made = True  # type: ignore[attr-defined]
            node.target, node.iter = items.generators[0].target, items.generators[0].iter
            node.body.insert(0, first)
        elif isinstance(node, ast.Assign) and several and (items := self.items(node.value)) is not None:
            node.value = _listed(items)
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """A call of what goes through a `map` once."""
        self.generic_visit(node)
        word = node.func.id if isinstance(node.func, ast.Name) else ""
        if word not in CONSUMERS or not self.is_builtin(word) or len(node.args) != 1:
            return node
        items = self.items(node.args[0])
        if items is None:
            return node
        if word == "list":
            return _listed(items)
        node.args = [items]
        return node

    def items(self, node: ast.expr) -> ast.GeneratorExp | None:
        """What a call of `map` gives, one by one."""
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id != "map":
            return None
        function, over = node.args[0] if node.args else node.func, list[ast.expr](node.args[1:])
        plain = not node.keywords and not any(isinstance(arg, ast.Starred) for arg in node.args)
        if not over or not plain or not self.is_function(function):
            return None
        names = [self.fresh(_one_of(part)) for part in over]
        targets: list[ast.expr] = [ast.Name(name, ast.Store()) for name in names]
        target = targets[0] if len(targets) == 1 else ast.Tuple(targets, ast.Store())
        whole = over[0] if len(over) == 1 else ast.Call(ast.Name("zip", ast.Load()), over, [])
        value = ast.Call(function, [ast.Name(name, ast.Load()) for name in names], [])
        new = ast.GeneratorExp(value, [ast.comprehension(target, whole, [], 0)])
        for part in walk(new):
            if not hasattr(part, "lineno") and isinstance(part, ast.expr):
                ast.copy_location(part, node)
        self.changed = True
        return new


def _listed(items: ast.GeneratorExp) -> ast.ListComp:
    return ast.copy_location(ast.ListComp(items.elt, items.generators), items)


def _one_of(node: ast.expr) -> str:
    """What a person would call an item: one of `xs` is an `x`."""
    name = node.id if isinstance(node, ast.Name) else ""
    return name[:-1] if len(name) > 1 and name.endswith("s") and not name.endswith("ss") else "item"
