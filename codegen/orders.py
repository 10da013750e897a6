"""`sorted(xs)` and `max(xs, key=f)` by the places of items, which have no gradient.

What is sorted is `[xs[i] for i in order]`, with `order = sorted(range(len(xs)), key=xs.__getitem__)`, and
the largest of all is `xs[largest]`, with `largest = max(range(len(xs)), key=lambda i: f(xs[i]))`: both keep
the first of two that are as large, as they do with items.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import TypeVar

from codegen.folds import Words, one_of
from codegen.inline import Cannot, put_in
from codegen.scopes import arguments
from codegen.trees import copied, walk

Expression = TypeVar("Expression", bound=ast.expr)
LARGEST = ("builtins.max", "builtins.min")
STEMS = {"builtins.sorted": "order", "builtins.max": "largest", "builtins.min": "smallest"}


def is_ordered(node: ast.AST, words: Words) -> bool:
    """Whether a call puts items in an order, or picks one by a key."""
    if not isinstance(node, ast.Call) or any(isinstance(arg, ast.Starred) for arg in node.args):
        return False
    word, keywords = words.of(node.func), [k.arg for k in node.keywords]
    if word == "builtins.sorted":
        return len(node.args) == 1 and {*keywords} <= {"key", "reverse"}
    return word in LARGEST and bool(node.args) and keywords == ["key"]


def stem(node: ast.Call, words: Words) -> str:
    """What the places of items, or the place of one, are called."""
    return STEMS[words.of(node.func)]


def by_place(node: ast.Call, whole: ast.Name, words: Words, fresh: Callable[[str], str]) -> ast.Call:
    """The call with places in the list `whole` for its items."""
    count = ast.Call(ast.Name("len", ast.Load()), [copied(whole)], [])
    places = ast.Call(ast.Name("range", ast.Load()), [count], [])
    key = next((k.value for k in node.keywords if k.arg == "key"), ast.Constant(None))
    new: ast.expr = ast.Attribute(copied(whole), "__getitem__", ast.Load())
    if not isinstance(key, ast.Constant):
        index = fresh("i")
        item = ast.Subscript(copied(whole), ast.Name(index, ast.Load()), ast.Load())
        own = ast.arguments([], [ast.arg(index)], None, [], [], None, [])
        new = ast.Lambda(own, _key_of(copied(key), item, words))
    others = [copied(k) for k in node.keywords if k.arg != "key"]
    return _located(ast.Call(node.func, [places], [ast.keyword("key", new), *others]), node)


def in_order(
    node: ast.Call, whole: ast.Name, found: str, fresh: Callable[[str], str]
) -> ast.ListComp | ast.Subscript:
    """What a call gives: the items of `whole` at the places that are `found`, or the one there."""
    if getattr(node.func, "id", "") != "sorted":
        return _located(ast.Subscript(copied(whole), ast.Name(found, ast.Load()), ast.Load()), node)
    index = fresh("i")
    item = ast.Subscript(copied(whole), ast.Name(index, ast.Load()), ast.Load())
    loop = ast.comprehension(ast.Name(index, ast.Store()), ast.Name(found, ast.Load()), [], 0)
    return _located(ast.ListComp(item, [loop]), node)


def _key_of(key: ast.expr, item: ast.expr, words: Words) -> ast.expr:
    """What a function that orders items makes of one."""
    if isinstance(key, ast.Lambda):
        names = [*arguments(key)]
        if len(names) != 1 or key.args.defaults or key.args.kw_defaults or key.args.vararg or key.args.kwarg:
            raise Cannot
        return put_in(key.body, {names[0].arg: item})  # type: ignore[return-value]
    getter = isinstance(key, ast.Call) and words.of(key.func) == "operator.itemgetter"
    if getter and len(key.args) == 1 and not key.keywords:  # type: ignore[attr-defined]
        return ast.Subscript(item, key.args[0], ast.Load())  # type: ignore[attr-defined]
    return ast.Call(key, [item], [])


def listed_items(node: ast.Call, words: Words, fresh: Callable[[str], str]) -> ast.List | ast.ListComp:
    """The operands of a call as a list, pairs item by item."""
    whole = node.args[0]
    if len(node.args) > 1:
        return _located(ast.List(node.args, ast.Load()), node)
    if isinstance(whole, (ast.ListComp, ast.List)):
        return whole
    if isinstance(whole, ast.GeneratorExp):
        return _located(ast.ListComp(whole.elt, whole.generators), node)
    names = [fresh(stem) for stem in _stems(whole, words)]
    parts: list[ast.expr] = [ast.Name(name, ast.Load()) for name in names]
    target: list[ast.expr] = [ast.Name(name, ast.Store()) for name in names]
    item = parts[0] if len(parts) == 1 else ast.Tuple(parts, ast.Load())
    into = target[0] if len(target) == 1 else ast.Tuple(target, ast.Store())
    return _located(ast.ListComp(item, [ast.comprehension(into, whole, [], 0)]), node)


def _stems(whole: ast.expr, words: Words) -> list[str]:
    """What the names of an item of something that is gone over are made of."""
    word = words.of(whole.func) if isinstance(whole, ast.Call) else ""
    args = whole.args if isinstance(whole, ast.Call) and not whole.keywords else []
    if any(isinstance(arg, ast.Starred) for arg in args):
        return ["item"]
    if word == "builtins.zip" and len(args) > 1:
        return [one_of(arg) for arg in args]
    if word == "builtins.enumerate":
        return ["i", one_of(args[0])]
    return ["item"]


def _located(new: Expression, old: ast.expr) -> Expression:
    """An expression in the place of another one."""
    for part in walk(new):
        if isinstance(part, ast.expr) and not hasattr(part, "lineno"):
            ast.copy_location(part, old)
    return new
