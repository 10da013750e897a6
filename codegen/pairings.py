"""Dicts that are made at once, `{k: f(k) for k in ks}` or `dict(zip(ks, xs))`, as lists of pairs."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from codegen.trees import copied, walk


def dicts_made(node: ast.AST) -> Iterator[ast.expr]:
    """The dicts in a function that `pairs` takes apart."""
    yield from (part for part in walk(node) if isinstance(part, ast.expr) and _is_made(part))


def _is_made(value: ast.expr) -> bool:
    return isinstance(value, ast.DictComp) or _given_pairs(value) is not None


def _given_pairs(value: ast.expr) -> ast.Call | None:
    """What `dict(zip(ks, xs))` and `dict(enumerate(xs))` are given."""
    called = isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and not value.keywords
    args = value.args if isinstance(value, ast.Call) and called and value.func.id == "dict" else []  # type: ignore[attr-defined]
    call = args[0] if len(args) == 1 else None
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name) or call.keywords:
        return None
    count = {"zip": 2, "enumerate": 1}.get(call.func.id)
    plain = len(call.args) == count and not any(isinstance(arg, ast.Starred) for arg in call.args)
    return call if plain else None


def pairs(
    value: ast.expr, fresh: Callable[[str], str], is_builtin: Callable[[str], bool]
) -> ast.ListComp | None:
    """The keys and values of such a dict, as a list of tuples of two."""
    if isinstance(value, ast.DictComp):
        comprehension = copied(value)
        pair = ast.Tuple([comprehension.key, comprehension.value], ast.Load())
        new = ast.ListComp(pair, comprehension.generators)
    elif (call := _given_pairs(value)) is not None and is_builtin("dict"):
        key, item = fresh("key"), fresh("item")
        target = ast.Tuple([ast.Name(key, ast.Store()), ast.Name(item, ast.Store())], ast.Store())
        pair = ast.Tuple([ast.Name(key, ast.Load()), ast.Name(item, ast.Load())], ast.Load())
        new = ast.ListComp(pair, [ast.comprehension(target, copied(call), [], 0)])
    else:
        return None
    for part in walk(new):
        if isinstance(part, ast.expr) and not hasattr(part, "lineno"):
            ast.copy_location(part, value)
    return new
