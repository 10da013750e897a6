"""Calls with `*args` and `**options`: what they stand for, and functions that take such.

`f(*pair)` is `f(pair[0], pair[1])` where it is known how many there are: the items of a display, or as
many as the function takes. A function that takes any number of arguments is made once for each number
that it is given.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Container, Mapping

from codegen.parse import Function, parameters_of
from codegen.trees import walk
from codegen.unroll import Display

Extra = tuple[int, tuple[str, ...]]  # how many arguments more than are named, and the names of others


def spread(
    call: ast.Call,
    function: ast.FunctionDef | None,
    displays: Mapping[str, Display],
    once: Container[str],
) -> ast.Call | None:
    """A call without stars; None where it is not known what they stand for.

    The names `once` have one value, so that an item that is one of them can be called by it.
    """
    args: list[ast.expr] = []
    for position, arg in enumerate(call.args):
        if not isinstance(arg, ast.Starred):
            args.append(arg)
            continue
        items = _items(arg.value, displays, once)
        if items is None and position == len(call.args) - 1 and isinstance(arg.value, ast.Name):
            count = _missing(function, len(args), {k.arg for k in call.keywords})
            items = None if count is None else [_at(arg.value, i) for i in range(count)]
        if items is None:
            return None
        args += items
    keywords: list[ast.keyword] = []
    for keyword in call.keywords:
        named = [keyword] if keyword.arg is not None else _named(keyword.value, displays, once)
        if named is None and isinstance(keyword.value, ast.Name):
            named = _all_others(keyword.value, function, len(args), call.keywords)
        if named is None:
            return None
        keywords += named
    names = [keyword.arg for keyword in keywords]
    if len(set(names)) < len(names):
        return None
    new = ast.copy_location(ast.Call(call.func, args, keywords), call)
    for part in walk(new):
        if not hasattr(part, "lineno"):
            ast.copy_location(part, call)
    return new


def extra_arguments(function: ast.FunctionDef) -> list[ast.arg]:
    """The arguments that take any number of values."""
    return [arg for arg in (function.args.vararg, function.args.kwarg) if arg is not None]


def is_open(own: ast.arguments) -> bool:
    """Whether a function takes any number of arguments."""
    return bool(own.vararg or own.kwarg)


def extra_of(call: ast.Call, function: ast.FunctionDef) -> Extra:
    """What a call gives to a function beside the arguments that have a name."""
    own = function.args
    positional = [arg.arg for arg in (*own.posonlyargs, *own.args)]
    names = {*positional, *(arg.arg for arg in own.kwonlyargs)}
    more = max(len(call.args) - len(positional), 0) if own.vararg else 0
    others = tuple(k.arg for k in call.keywords if k.arg and k.arg not in names) if own.kwarg else ()
    return more, others


def for_number(function: Function, extra: Extra, taken: Callable[[str], bool]) -> Function | None:
    """A function that takes so many arguments more, and others of these names; None if a name is taken."""
    node = copy.copy(function.node)
    own, (count, keys) = copy.copy(node.args), extra
    made: list[ast.stmt] = []
    if own.vararg is not None:
        new = [f"{own.vararg.arg}{i}" for i in range(count)]
        own.args = [*own.args, *(_arg(name, own.vararg) for name in new)]
        own.defaults = own.defaults if not count else []
        value: ast.expr = ast.Tuple([ast.Name(name, ast.Load()) for name in new], ast.Load())
        made.append(_bound(own.vararg, value))
        if any(map(taken, new)):
            return None
    if own.kwarg is not None:
        own.kwonlyargs = [*own.kwonlyargs, *(_arg(key, own.kwarg) for key in keys)]
        own.kw_defaults = [*own.kw_defaults, *(None for _ in keys)]
        names: list[ast.expr] = [ast.Name(key, ast.Load()) for key in keys]
        made.append(_bound(own.kwarg, ast.Dict([ast.Constant(key) for key in keys], names)))
        if any(map(taken, keys)):
            return None
    own.vararg = own.kwarg = None
    start = int(ast.get_docstring(node, clean=False) is not None and len(node.body) > 1)
    for statement in made:
        for part in walk(statement):
            ast.copy_location(part, node.body[start])
        statement.made = statement.spread = True  # type: ignore[attr-defined]
    node.args, node.body = own, [*node.body[:start], *made, *node.body[start:]]
    return Function(
        function.name, parameters_of(own), function.returns, node, function.pragmas, function.lifted
    )


def _items(node: ast.expr, displays: Mapping[str, Display], once: Container[str]) -> list[ast.expr] | None:
    value = displays.get(node.id) if isinstance(node, ast.Name) else node
    if not isinstance(value, (ast.Tuple, ast.List)) or any(isinstance(e, ast.Starred) for e in value.elts):
        return None
    if not isinstance(node, ast.Name):
        return list(value.elts)
    return [_at(node, i, item, once) for i, item in enumerate(value.elts)]


def _named(node: ast.expr, displays: Mapping[str, Display], once: Container[str]) -> list[ast.keyword] | None:
    value = displays.get(node.id) if isinstance(node, ast.Name) else node
    if not isinstance(value, ast.Dict):
        return None
    keys = [key.value for key in value.keys if isinstance(key, ast.Constant) and isinstance(key.value, str)]
    if len(keys) < len(value.keys):
        return None
    if not isinstance(node, ast.Name):
        return [ast.keyword(key, item) for key, item in zip(keys, value.values)]
    pairs = zip(keys, value.values)
    return [ast.keyword(key, _at(node, key, item, once)) for key, item in pairs]


def _missing(function: ast.FunctionDef | None, given: int, named: set[str | None]) -> int | None:
    """How many arguments a call must still give by their place, if there is one answer."""
    if function is None:
        return None
    own = function.args
    positional = [arg.arg for arg in (*own.posonlyargs, *own.args)][given:]
    if is_open(own) or own.defaults or None in named:
        return None
    return len([name for name in positional if name not in named])


def _all_others(
    node: ast.Name, function: ast.FunctionDef | None, given: int, keywords: list[ast.keyword]
) -> list[ast.keyword] | None:
    """All arguments that a call does not give otherwise, if they have no default."""
    if function is None:
        return None
    own = function.args
    names = [arg.arg for arg in own.args][max(given - len(own.posonlyargs), 0) :]
    names += [arg.arg for arg in own.kwonlyargs]
    named = {k.arg for k in keywords}
    if is_open(own) or own.defaults or any(d is not None for d in own.kw_defaults):
        return None
    if len([k for k in keywords if k.arg is None]) > 1 or given < len(own.posonlyargs):
        return None
    return [ast.keyword(name, _at(node, name)) for name in names if name not in named]


def _at(node: ast.Name, key: object, item: ast.expr | None = None, once: Container[str] = ()) -> ast.expr:
    if isinstance(item, ast.Name) and item.id in once:
        return ast.copy_location(ast.Name(item.id, ast.Load()), node)
    return ast.copy_location(ast.Subscript(node, ast.Constant(key), ast.Load()), node)  # type: ignore[arg-type]


def _arg(name: str, place: ast.arg) -> ast.arg:
    new = ast.copy_location(ast.arg(name, place.annotation), place)
    new.made = True  # type: ignore[attr-defined]
    return new


def _bound(name: ast.arg, value: ast.expr) -> ast.stmt:
    return ast.Assign([ast.Name(name.arg, ast.Store())], value)
