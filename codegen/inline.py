"""A function of one expression, written out in the place of a call of it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Container, Mapping

from codegen.scopes import COMPREHENSIONS, SCOPES, arguments, free, targets
from codegen.trees import Transformer, child_nodes, copied, walk

Definition = ast.FunctionDef | ast.Lambda


MOST_NODES = 2000  # of what is written out in a function; more than that nobody would read


class Cannot(Exception):
    """A call cannot be written out without changing what is computed, or computing it twice."""


def expression(definition: Definition) -> ast.expr | None:
    """The one expression that a function gives, if it is nothing but that, and nothing is said of shapes."""
    if isinstance(definition, ast.Lambda):
        return definition.body
    own = definition.args
    if definition.returns or any(arg.annotation for arg in arguments(definition)):
        return None
    if own.vararg or own.kwarg:
        return None
    body = definition.body[1:] if ast.get_docstring(definition) is not None else definition.body
    only = body[0] if len(body) == 1 else None
    return only.value if isinstance(only, ast.Return) else None


def at_call(
    definition: Definition,
    call: ast.Call,
    bind: Callable[[str, ast.expr], str] | None,
    once: Container[str] = (),
) -> ast.expr:
    """The expression with a call's arguments in it.

    What is long and needed more than once is bound above, by `bind`; without it the call cannot be
    written out. The names `once` have one value, so as defaults they are what they were then.
    """
    body = expression(definition)
    given = matched(definition.args, call, once)
    if body is None or given is None:
        raise Cannot
    parts = [part for whole in (body, *given.values()) for part in walk(whole)]
    if any(isinstance(part, (ast.NamedExpr, ast.Starred)) for part in parts):
        raise Cannot
    if bound_inside(body) & {name for value in given.values() for name in free(value)}:
        raise Cannot
    values: dict[str, ast.expr] = {}
    for name, value in given.items():
        if short(value) or _read_once(body, name):
            values[name] = value
        elif bind is None:
            raise Cannot
        else:
            values[name] = ast.copy_location(ast.Name(bind(name, value), ast.Load()), value)
    new = put_in(copied(body), values)
    assert isinstance(new, ast.expr)
    return new


def renamed(definition: Definition, names: Mapping[str, str]) -> Definition:
    """A function of one expression with other names for what it reads around it."""
    new = copied(definition)
    values: dict[str, ast.expr] = {
        old: ast.copy_location(ast.Name(name, ast.Load()), definition) for old, name in names.items()
    }
    body = expression(new)
    assert body is not None
    put = put_in(body, values)
    if isinstance(new, ast.Lambda):
        new.body = put  # type: ignore[assignment]
    else:
        new.body = [ast.copy_location(ast.Return(put), new.body[-1])]  # type: ignore[arg-type]
    return new


def matched(own: ast.arguments, call: ast.Call, once: Container[str] = ()) -> dict[str, ast.expr] | None:
    """What a call gives to each argument; None where they do not fit or a default may change."""
    positional = [arg.arg for arg in (*own.posonlyargs, *own.args)]
    names = [*positional, *(arg.arg for arg in own.kwonlyargs)]
    named = {k.arg: k.value for k in call.keywords}
    only = {arg.arg for arg in own.posonlyargs}
    if own.vararg or own.kwarg or any(isinstance(a, ast.Starred) for a in call.args):
        return None
    if len(call.args) > len(positional) or len(named) < len(call.keywords):
        return None
    given: dict[str, ast.expr] = dict(zip(positional, call.args))
    for key, value in named.items():
        if key is None or key in given or key not in names or key in only:
            return None
        given[key] = value
    defaults = dict(zip(reversed(positional), reversed(own.defaults)))
    defaults.update({a.arg: d for a, d in zip(own.kwonlyargs, own.kw_defaults) if d is not None})
    for name in names:
        default = defaults.get(name)
        lasts = isinstance(default, ast.Constant) or (isinstance(default, ast.Name) and default.id in once)
        if name not in given and default is not None and lasts:
            given[name] = default
    return given if len(given) == len(names) else None


def put_in(node: ast.AST, values: Mapping[str, ast.expr]) -> ast.AST:
    """Values in the place of the names that something reads.

    Raises `Cannot` where a part of it binds such a name.
    """
    new = _PutIn(values).visit(node)
    assert isinstance(new, ast.AST)
    return new


def short(value: ast.expr) -> bool:
    """Whether a person would write a value out again rather than give it a name."""
    if isinstance(value, ast.Subscript):
        return short(value.value) and isinstance(value.slice, (ast.Constant, ast.Name))
    if isinstance(value, ast.UnaryOp):
        return isinstance(value.operand, ast.Constant)
    if isinstance(value, ast.Attribute):
        return short(value.value)
    return isinstance(value, (ast.Name, ast.Constant))


def _read_once(node: ast.AST, name: str) -> bool:
    """Whether an expression reads a name exactly once, whatever way it takes."""
    return _reads(node, name) == 1


def _reads(node: ast.AST, name: str) -> int:
    if isinstance(node, ast.Name):
        return int(node.id == name)
    if isinstance(node, (*SCOPES, *COMPREHENSIONS)):
        return 2 if name in free(node) else 0
    count = sum(_reads(child, name) for child in child_nodes(node))
    if isinstance(node, ast.IfExp):
        return count if count == _reads(node.test, name) else 2
    if isinstance(node, ast.BoolOp):
        return count if count == _reads(node.values[0], name) else 2
    return count


def bound_inside(node: ast.AST) -> set[str]:
    """The names that comprehensions and functions in an expression have for themselves."""
    names: set[str] = set()
    for part in walk(node):
        if isinstance(part, COMPREHENSIONS):
            names |= targets(part)
        elif isinstance(part, ast.Lambda):
            names |= {arg.arg for arg in arguments(part)}
    return names


class _PutIn(Transformer):
    """Values in the place of names, but where something in the expression has such a name itself."""

    def __init__(self, values: Mapping[str, ast.expr]) -> None:
        self.values = values
        self.read = {name for value in values.values() for name in free(value)}

    def visit(self, node: ast.AST) -> ast.AST:
        """One expression."""
        if isinstance(node, ast.Name):
            return self._value(node)
        own = targets(node) if isinstance(node, COMPREHENSIONS) else frozenset[str]()
        if isinstance(node, ast.Lambda):
            own = frozenset(arg.arg for arg in arguments(node))
        if own & set(self.values) or (own & self.read and free(node) & set(self.values)):
            raise Cannot
        return self.generic_visit(node)

    def _value(self, node: ast.Name) -> ast.expr:
        value = self.values.get(node.id)
        if value is None:
            return node
        new = copied(value)
        for part in walk(new):
            if not hasattr(part, "lineno"):
                ast.copy_location(part, node)
        return new
