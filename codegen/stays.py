"""Whether a list or a dict that is made of known items holds these, and no others, for good.

Other names for it are followed as far as syntax goes: what a value is computed from it may be, or may hold,
unless it is known that it does not. Functions are looked into, with the parameter in the place of the name.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from itertools import chain

from codegen.scopes import arguments, bound_in, free
from codegen.trees import walk

KEEPING = ("add", "append", "extend", "insert", "setdefault", "update")  # what they are given
CHANGING = (*KEEPING, "clear", "pop", "popitem", "remove", "reverse", "sort")
GIVING = ("dict", "enumerate", "filter", "iter", "list", "map", "max", "min", "next", "reversed", "set")
OF_ITEMS = (*GIVING, "sorted", "tuple", "zip")  # give items, and not what these are in
HANDING_ON = ("collections", "copy", "dataclasses", "functools", "itertools", "operator")
Functions = Callable[[str], "ast.FunctionDef | None"]


def stays(whole: ast.AST, name: str, is_builtin: Callable[[str], bool], functions: Functions) -> bool:
    """Whether what a name stands for keeps its items; `functions` gives those of the module."""
    return not _Use(whole, {name}, name, is_builtin, functions, set()).changes()


class _Use:
    """What is done with a value under a name, and under others that it may have then."""

    def __init__(
        self,
        whole: ast.AST,
        own: set[str],
        name: str,
        is_builtin: Callable[[str], bool],
        functions: Functions,
        seen: set[tuple[str, str]],
    ) -> None:
        self.name, self.is_builtin, self.functions, self.seen = name, is_builtin, functions, seen
        self.parts = list(walk(whole))
        self.own = bound_in(whole) | own
        self.inner = {part.name: part for part in self.parts if isinstance(part, ast.FunctionDef)}
        self.names = {name}

    def changes(self) -> bool:
        """Whether its items may become others."""
        before = 0
        while before < len(self.names):
            before = len(self.names)
            for part in self.parts:
                self.names.update(self._others(part))
        return any(map(self._is_change, self.parts))

    def _others(self, part: ast.AST) -> Iterator[str]:
        """The names that a node gives it, or gives what holds it."""
        if isinstance(part, ast.Assign) and self._holds(part.value):
            yield from chain.from_iterable(map(_given, part.targets))
        elif isinstance(part, (ast.AnnAssign, ast.AugAssign, ast.NamedExpr)):
            if part.value is not None and self._holds(part.value):
                yield from _given(part.target)
        elif isinstance(part, (ast.For, ast.comprehension)) and self._gives(part.iter):
            yield from _given(part.target)
        elif isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute):
            keeps = part.func.attr in KEEPING and any(map(self._holds, _values(part)))
            yield from (_root(part.func),) if keeps else ()

    def _holds(self, node: ast.expr) -> bool:
        """Whether a value may be it, or hold it."""
        if isinstance(node, ast.Name):
            return node.id in self.names
        if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
            return any(map(self._holds, node.elts))
        if isinstance(node, ast.Dict):
            return any(map(self._holds, node.values))
        if isinstance(node, ast.IfExp):
            return self._holds(node.body) or self._holds(node.orelse)
        if isinstance(node, ast.BoolOp):
            return any(map(self._holds, node.values))
        if isinstance(node, ast.NamedExpr):
            return self._holds(node.value)
        if isinstance(node, (ast.Subscript, ast.Starred)):
            return self._gives(node.value)
        if isinstance(node, ast.BinOp):
            return self._gives(node.left) or self._gives(node.right)
        if isinstance(node, ast.Attribute):
            return self._holds(node.value)
        if isinstance(node, ast.Call):
            return self._is_handed_on(node)
        if isinstance(node, (ast.ListComp, ast.SetComp, ast.GeneratorExp)):
            return self._holds(node.elt)
        return self._holds(node.value) if isinstance(node, ast.DictComp) else False

    def _gives(self, node: ast.expr) -> bool:
        """Whether an item of a value may be it, or hold it; its own items are others."""
        return not (isinstance(node, ast.Name) and node.id == self.name) and self._holds(node)

    def _is_handed_on(self, call: ast.Call) -> bool:
        """Whether what a call gives may be it, or hold it."""
        function = call.func
        if isinstance(function, ast.Name) and self._is_python(function.id):
            return function.id in OF_ITEMS and any(map(self._gives, _values(call)))
        if isinstance(function, ast.Attribute) and self._is_outside(function):
            return _root(function) in HANDING_ON and any(map(self._holds, _values(call)))
        if isinstance(function, ast.Attribute):
            return self._gives(function.value)
        inner = self.inner.get(function.id) if isinstance(function, ast.Name) else None
        return any(map(self._holds, _values(call))) or (inner is not None and bool(self.names & free(inner)))

    def _is_python(self, name: str) -> bool:
        """Whether a function is one of Python's."""
        return name not in self.own and self.is_builtin(name)

    def _is_outside(self, function: ast.Attribute) -> bool:
        """Whether what is called is an attribute of a name that is not bound here, as of a module."""
        return _root(function) not in self.own | self.names

    def _is_change(self, part: ast.AST) -> bool:
        """Whether a node changes what it holds."""
        if isinstance(part, ast.Subscript):
            return not isinstance(part.ctx, ast.Load) and self._holds(part.value)
        if isinstance(part, ast.AugAssign):
            return isinstance(part.target, ast.Name) and part.target.id in self.names
        if not isinstance(part, ast.Call):
            return False
        function = part.func
        if isinstance(function, ast.Attribute):
            changing = function.attr in CHANGING or function.attr.startswith("__")
            return changing and self._holds(function.value)
        if not isinstance(function, ast.Name) or function.id in self.names:
            return isinstance(function, ast.Name) or any(map(self._holds, _values(part)))
        return not self._is_python(function.id) and self._is_changed_by(function.id, part)

    def _is_changed_by(self, name: str, call: ast.Call) -> bool:
        """Whether a function that is given it, or what holds it, may change it."""
        if not any(map(self._holds, _values(call))):
            return False
        function = self.inner.get(name) or (None if name in self.own else self.functions(name))
        if function is None:
            return name in self.own
        parameters = [arg.arg for arg in arguments(function)]
        starred = any(isinstance(arg, ast.Starred) for arg in call.args) or function.args.vararg is not None
        if starred and any(map(self._holds, call.args)):
            return True
        given = dict(zip(parameters, call.args))
        given.update((keyword.arg, keyword.value) for keyword in call.keywords if keyword.arg)
        rest = any(keyword.arg is None and self._gives(keyword.value) for keyword in call.keywords)
        return rest or any(self._changes_in(function, p) for p, value in given.items() if self._holds(value))

    def _changes_in(self, function: ast.FunctionDef, parameter: str) -> bool:
        if (function.name, parameter) in self.seen:
            return False  # which is looked at already
        self.seen.add((function.name, parameter))
        whole = ast.Module([*function.body], [])
        own = {arg.arg for arg in arguments(function)}
        return _Use(whole, own, parameter, self.is_builtin, self.functions, self.seen).changes()


def _values(call: ast.Call) -> list[ast.expr]:
    """What a call is given; `**options` are the items of these."""
    named = (k.value if k.arg else ast.Starred(k.value, ast.Load()) for k in call.keywords)
    return [*call.args, *named]


def _given(target: ast.expr) -> Iterator[str]:
    """The names that a target binds, or into which it writes."""
    if isinstance(target, (ast.Tuple, ast.List)):
        for part in target.elts:
            yield from _given(part)
    elif name := _root(target.value if isinstance(target, ast.Starred) else target):
        yield name


def _root(node: ast.expr) -> str:
    """The name that something is a part of."""
    while isinstance(node, (ast.Subscript, ast.Attribute)):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""
