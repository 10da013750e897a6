"""Lists of what `zip`, `enumerate` and `filter` give, as comprehensions; loops over these, as plain ones.

`list(zip(xs, ys))` is `[(x, y) for x, y in zip(xs, ys)]`. A loop over such a list goes over what it is
made of instead, if no turn could change that: the list was made before the first turn.
"""

from __future__ import annotations

import ast

from codegen.scopes import SCOPES, bound, bound_in
from codegen.trees import Transformer, copied, walk

TAKING = ("max", "min", "set", "sorted", "sum", "tuple")  # all items, before anything else happens
WRITING = {"append", "at", "clear", "copyto", "extend", "fill", "insert", "itemset", "partition", "place"}
WRITING |= {"pop", "popitem", "put", "remove", "resize", "reverse", "setdefault", "shuffle", "sort", "update"}
NEW = (ast.BinOp, ast.Compare, ast.Constant, ast.List, ast.ListComp, ast.UnaryOp)  # what no other name is for


def with_plain_lists(tree: ast.Module) -> ast.Module:
    """The module with such lists and loops in words that the steps know."""
    own = frozenset[str]().union(*map(bound_in, tree.body))
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            _Function(own, node).run()
    return tree


class _Function(Transformer):
    """One function, with those in it."""

    def __init__(self, own: frozenset[str], node: ast.FunctionDef | ast.ClassDef) -> None:
        self.node, self.parts = node, [*walk(node)]
        scopes = [part for part in (node, *walk(node)) if isinstance(part, SCOPES)]
        self.own = own.union(*(bound(scope) for scope in scopes))
        self.names = {n.id for n in walk(node) if isinstance(n, ast.Name)} | self.own
        self.changed = False

    def run(self) -> None:
        """Rewrites it in place; a name that is not Python's is left alone."""
        self.generic_visit(self.node)

    def visit(self, node: ast.AST) -> ast.AST:
        """One node; a statement is marked if an expression in it is another one now."""
        if not isinstance(node, ast.stmt):
            return super().visit(node)  # type: ignore[no-any-return]
        before, self.changed = self.changed, False
        new: ast.stmt = super().visit(node)
        if self.changed:
            new.changed = True  # type: ignore[attr-defined]
        self.changed = before
        return new

    def visit_For(self, node: ast.For) -> ast.For:
        """A loop; one over a list of what is there already goes over that."""
        if not self._writes(node):
            over = self._plain(node.iter)
            if over is not node.iter:
                node.iter, self.changed = _located(over, node.iter), True
            elif (chosen := self._chosen(node.iter)) is not None and not _binds(node, chosen):
                node.iter, self.changed = _located(chosen, node.iter), True
        node.iter = self.visit(node.iter)  # type: ignore[assignment]
        node.body = [self.visit(statement) for statement in node.body]  # type: ignore[misc]
        node.orelse = [self.visit(statement) for statement in node.orelse]  # type: ignore[misc]
        return node

    def visit_comprehension(self, node: ast.comprehension) -> ast.comprehension:
        """A loop of a comprehension, which writes nothing."""
        over = self._plain(node.iter)
        if over is not node.iter:
            node.iter, self.changed = _located(over, node.iter), True
        return self.generic_visit(node)  # type: ignore[return-value]

    def visit_Call(self, node: ast.Call) -> ast.expr:
        """`list(zip(...))`, and what a call is given of `filter`."""
        self.generic_visit(node)
        inner = node.args[0] if len(node.args) == 1 and not node.keywords else None
        if isinstance(inner, ast.Call) and self._word(node) == "list":
            if (chosen := self._chosen(inner)) is not None:
                self.changed = True
                return _located(chosen, node)
            if self._word(inner) in ("zip", "enumerate") and self._is_plain(inner):
                self.changed = True
                return _located(self._listed(inner), node)
        elif inner is not None and self._word(node) in TAKING and (chosen := self._chosen(inner)) is not None:
            node.args, self.changed = [_located(chosen, inner)], True
        return node

    def _plain(self, over: ast.expr) -> ast.expr:
        """What a loop may go over in the place of a list of the same, or of this from its end."""
        if not isinstance(over, ast.Call) or len(over.args) != 1 or over.keywords:
            return over
        word, inner = self._word(over), over.args[0]
        if word == "list" and isinstance(inner, ast.Call) and self._word(inner) in ("zip", "enumerate"):
            return inner
        if word == "enumerate" and isinstance(inner, ast.Call) and self._word(inner) == "reversed":
            items = inner.args[0] if len(inner.args) == 1 else None
            if isinstance(items, ast.Name):
                return _called("zip", _called("range", _called("len", copied(items))), inner)
        if word != "reversed" or not isinstance(inner, ast.Call) or self._word(inner) != "list":
            return over
        counted = inner.args[0] if len(inner.args) == 1 else None
        if not isinstance(counted, ast.Call) or self._word(counted) != "enumerate" or counted.keywords:
            return over
        items = counted.args[0] if len(counted.args) == 1 else None
        if not isinstance(items, ast.Name):
            return over
        places = _called("range", _called("len", copied(items)))
        return _called("zip", _called("reversed", places), _called("reversed", items))

    def _chosen(self, node: ast.expr) -> ast.ListComp | None:
        """`filter(lambda x: x > 0, xs)` as `[x for x in xs if x > 0]`."""
        if not isinstance(node, ast.Call) or self._word(node) != "filter" or not self._is_plain(node):
            return None
        if len(node.args) != 2 or not isinstance(node.args[0], ast.Lambda):
            return None
        test, items = node.args
        assert isinstance(test, ast.Lambda)
        given = test.args
        others = (*given.posonlyargs, *given.kwonlyargs, *given.defaults)
        if others or given.vararg or given.kwarg or len(given.args) != 1:
            return None
        name = given.args[0].arg
        each = ast.comprehension(ast.Name(name, ast.Store()), items, [test.body], 0)
        return ast.ListComp(ast.Name(name, ast.Load()), [each])

    def _listed(self, node: ast.Call) -> ast.ListComp:
        """All that `zip` or `enumerate` gives, in a list."""
        store = self._target(node)
        load = copied(store)
        for part in walk(load):
            if isinstance(part, (ast.Name, ast.Tuple)):
                part.ctx = ast.Load()
        return ast.ListComp(load, [ast.comprehension(store, node, [], 0)])

    def _target(self, node: ast.expr) -> ast.expr:
        """Names for one item of what is gone over."""
        word = self._word(node)
        if not isinstance(node, ast.Call) or word not in ("zip", "enumerate"):
            return ast.Name(self._fresh("item"), ast.Store())
        place = [ast.Name(self._fresh("place"), ast.Store())] if word == "enumerate" else []
        over = node.args[:1] if place else node.args
        return ast.Tuple([*place, *map(self._target, over)], ast.Store())

    def _writes(self, loop: ast.For) -> bool:
        """Whether a turn may write into what a loop goes over, by whatever name."""
        over = {n.id for n in walk(loop.iter) if isinstance(n, ast.Name)}
        parts = [part for statement in loop.body for part in walk(statement)]
        added = [part.target for part in parts if isinstance(part, ast.AugAssign)]
        numbers = all(isinstance(t, ast.Name) and self._is_only(t.id, (ast.Constant,)) for t in added)
        if added and not (numbers and all(self._is_only(name, NEW, given=True) for name in over)):
            return True
        return any(
            (isinstance(part, (ast.Subscript, ast.Attribute)) and not isinstance(part.ctx, ast.Load))
            or (isinstance(part, ast.Call) and self._may_write(part))
            or (isinstance(part, ast.keyword) and part.arg == "out")
            for part in parts
        )

    def _is_only(self, name: str, values: tuple[type[ast.expr], ...], given: bool = False) -> bool:
        """Whether a name stands for nothing but such values, and those that are added; or for an argument."""
        made = [
            n.value
            for n in self.parts
            if isinstance(n, ast.Assign) and isinstance(n.targets[0], ast.Name) and n.targets[0].id == name
        ]
        added = [n.target for n in self.parts if isinstance(n, ast.AugAssign)]
        stored = [
            n for n in self.parts if isinstance(n, ast.Name) and n.id == name and isinstance(n.ctx, ast.Store)
        ]
        mine = [target for target in added if isinstance(target, ast.Name) and target.id == name]
        argument = any(isinstance(n, ast.arg) and n.arg == name for n in self.parts)
        plain = all(isinstance(value, values) for value in made) and len(made) + len(mine) == len(stored)
        return plain and (given or not argument) and not (given and mine)

    def _may_write(self, call: ast.Call) -> bool:
        function = call.func
        if isinstance(function, ast.Attribute):
            return function.attr in WRITING
        return not isinstance(function, ast.Name) or function.id in self.own

    def _is_plain(self, node: ast.Call) -> bool:
        known = ("strict",) if self._word(node) == "zip" else ("start",)
        return (
            bool(node.args)
            and not any(isinstance(arg, ast.Starred) for arg in node.args)
            and all(keyword.arg in known for keyword in node.keywords)
        )

    def _word(self, node: ast.expr) -> str:
        """The builtin that a call is of, or nothing."""
        name = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
        return name if name not in self.own else ""

    def _fresh(self, stem: str) -> str:
        name, number = stem, 0
        while name in self.names:
            number += 1
            name = f"{stem}{number}"
        self.names.add(name)
        return name


def _binds(loop: ast.For, chosen: ast.ListComp) -> bool:
    """Whether a turn gives a name that is asked for which items are chosen another value."""
    asked = {n.id for part in chosen.generators[0].ifs for n in walk(part) if isinstance(n, ast.Name)}
    body = [part for statement in loop.body for part in walk(statement)]
    stored = {n.id for n in body if isinstance(n, ast.Name) and not isinstance(n.ctx, ast.Load)}
    return bool(asked & stored - {n.id for n in walk(chosen.elt) if isinstance(n, ast.Name)})


def _called(word: str, *args: ast.expr) -> ast.Call:
    return ast.Call(ast.Name(word, ast.Load()), list(args), [])


def _located(made: ast.expr, place: ast.expr) -> ast.expr:
    for node in walk(made):
        if isinstance(node, ast.expr) and not hasattr(node, "lineno"):
            ast.copy_location(node, place)
    return made
