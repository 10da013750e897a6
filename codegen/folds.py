"""Calls that go through something and keep one value: `sum(xs, a)`, `math.prod(xs)`, `reduce(f, xs)`.

Each is a loop that starts with a value and takes a step with each item. What `max` gives of a list is
the item at the place of the largest, `xs[xs.index(max(xs))]`: the first of them, as for `max(a, b)`.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from codegen.inline import Cannot, put_in, short
from codegen.parse import dotted
from codegen.trees import copied, walk

Comprehension = ast.ListComp | ast.GeneratorExp
LARGEST = ("max", "min")
LISTED = ("builtins.max", "builtins.min", "math.fsum")  # which take a list as well as a generator
STEMS = {"builtins.sum": "total", "math.prod": "product", "functools.reduce": "result"}


@dataclass(frozen=True)
class Words:
    """What names mean in a function: builtins that nothing hides, and what is imported."""

    is_builtin: Callable[[str], bool]
    imports: dict[str, str]

    def of(self, node: ast.expr) -> str:
        """The function that an expression names, as `builtins.sum` or `math.prod`, or nothing."""
        if isinstance(node, ast.Name) and self.is_builtin(node.id):
            return f"builtins.{node.id}"
        return dotted(node, self.imports) or ""


@dataclass(frozen=True)
class Fold:
    """A loop that keeps a value: what it is called, how it starts, what it goes through.

    `step` is what is done with an item, given the name of the value and the item.
    """

    stem: str
    start: ast.expr
    items: Comprehension
    step: Callable[[str, ast.expr], list[ast.stmt]]


def fold(node: ast.expr, words: Words, fresh: Callable[[str], str]) -> Fold | None:
    """The loop that a call is; None for anything else, and for `sum` of one thing alone."""
    if not isinstance(node, ast.Call) or any(isinstance(arg, ast.Starred) for arg in node.args):
        return None
    word, args = words.of(node.func), list(node.args)
    if word == "functools.reduce":
        return _reduced(args, node, fresh) if not node.keywords else None
    if word not in STEMS or not args:
        return None
    given = [*args[1:], *(k.value for k in node.keywords if k.arg == "start")]
    if (
        len(given) + 1 != len(args) + len(node.keywords)
        or len(given) > 1
        or (word == "math.prod" and args[1:])
    ):
        return None
    adds = word == "builtins.sum"
    items = _items(args[0], fresh) if given or not adds else None
    if items is None:
        return None
    start = given[0] if given else ast.Constant(0 if adds else 1)
    op = ast.Add() if adds else ast.Mult()
    return Fold(STEMS[word], start, items, _step(op, isinstance(start, ast.Constant)))


def folds(node: ast.AST) -> Iterator[ast.Call]:
    """The calls in a function that may be such loops."""
    for part in walk(node):
        if isinstance(part, ast.Call) and part.args:
            word = part.func.attr if isinstance(part.func, ast.Attribute) else getattr(part.func, "id", "")
            if word in ("sum", "prod", "reduce") or (word in LARGEST and _is_spread(part)):
                yield part


def is_spread(node: ast.Call, words: Words) -> bool:
    """Whether a call is `max(a, *xs)` or the like: the largest of its operands.

    Of `max(*xs)` alone it is not known: it may be the largest entry of the one item of xs.
    """
    known = words.of(node.func) in {f"builtins.{word}" for word in LARGEST}
    return known and not node.keywords and len(node.args) > 1 and _is_spread(node)


def listing(node: ast.Call, name: str, item: str) -> list[ast.stmt]:
    """The statements that make a list of a call's operands, under a name."""
    first = next(i for i, arg in enumerate(node.args) if isinstance(arg, ast.Starred))
    start = ast.List(node.args[:first], ast.Load())
    statements: list[ast.stmt] = [ast.Assign([ast.Name(name, ast.Store())], start, lineno=0)]
    for arg in node.args[first:]:
        add = ast.Attribute(ast.Name(name, ast.Load()), "append", ast.Load())
        value = ast.Name(item, ast.Load()) if isinstance(arg, ast.Starred) else arg
        step: ast.stmt = ast.Expr(ast.Call(add, [value], []))
        if isinstance(arg, ast.Starred):
            step = ast.For(ast.Name(item, ast.Store()), arg.value, [step], [], lineno=0)
        statements.append(step)
    return statements


def _is_spread(node: ast.Call) -> bool:
    return any(isinstance(arg, ast.Starred) for arg in node.args)


def listed(node: ast.expr, words: Words) -> Comprehension | None:
    """The generator that a call goes through which would take a list, too."""
    alone = isinstance(node, ast.Call) and len(node.args) == 1 and not node.keywords
    if not alone or words.of(node.func) not in LISTED:  # type: ignore[attr-defined]
        return None
    inner = node.args[0]  # type: ignore[attr-defined]
    return inner if isinstance(inner, (ast.ListComp, ast.GeneratorExp)) else None


def is_largest(node: ast.expr, words: Words) -> bool:
    """Whether a call is `max` or `min` of one value."""
    alone = isinstance(node, ast.Call) and len(node.args) == 1 and not (node.keywords or _is_spread(node))
    return alone and words.of(node.func) in {f"builtins.{word}" for word in LARGEST}  # type: ignore[attr-defined]


def place_of(call: ast.expr, is_list: bool) -> ast.expr:
    """Where the largest or the smallest is, in a list `xs.index(max(xs))`, else `list(xs).index(max(xs))`."""
    assert isinstance(call, ast.Call)
    items: ast.expr = copied(call.args[0])
    if not is_list:
        items = ast.Call(ast.Name("list", ast.Load()), [items], [])
    found = ast.Call(ast.Attribute(items, "index", ast.Load()), [call], [])
    for part in walk(found):
        if isinstance(part, ast.expr) and not hasattr(part, "lineno"):
            ast.copy_location(part, call)
    return found


def _items(node: ast.expr, fresh: Callable[[str], str]) -> Comprehension | None:
    """What is gone through, as a comprehension."""
    if isinstance(node, (ast.ListComp, ast.GeneratorExp)):
        return node
    whole = node.value if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice) else node
    if not isinstance(whole, (ast.Name, ast.Attribute, ast.Subscript, ast.List, ast.Tuple)):
        return None
    name = fresh(one_of(whole))
    target: ast.expr = ast.Name(name, ast.Store())
    made = ast.GeneratorExp(ast.Name(name, ast.Load()), [ast.comprehension(target, copied(node), [], 0)])
    for part in walk(made):
        if not hasattr(part, "lineno") and isinstance(part, ast.expr):
            ast.copy_location(part, node)
    return made


def _step(op: ast.operator, is_number: bool) -> Callable[[str, ast.expr], list[ast.stmt]]:
    """Adds or multiplies: in place only what is a number at first, which nothing else can be."""

    def step(name: str, item: ast.expr) -> list[ast.stmt]:
        if is_number:
            return [ast.AugAssign(ast.Name(name, ast.Store()), op, item)]
        both = ast.BinOp(ast.Name(name, ast.Load()), op, item)
        return [ast.Assign([ast.Name(name, ast.Store())], both, lineno=0)]

    return step


def _reduced(args: list[ast.expr], node: ast.expr, fresh: Callable[[str], str]) -> Fold | None:
    """The loop of `reduce(f, xs, start)`; without a start it is the first item, of what has a name."""
    if len(args) not in (2, 3) or not isinstance(args[0], (ast.Lambda, ast.Name, ast.Attribute)):
        return None
    function, over = args[0], args[1]
    start = args[2] if len(args) == 3 else None
    if start is None:
        if not isinstance(over, ast.Name):
            return None
        start = ast.Subscript(copied(over), ast.Constant(0), ast.Load())
        over = ast.Subscript(copied(over), ast.Slice(ast.Constant(1), None, None), ast.Load())
        for part in (*walk(start), *walk(over)):
            ast.copy_location(part, node) if isinstance(part, ast.expr) else None
    items = _items(over, fresh)
    if items is None or (isinstance(function, ast.Lambda) and not _takes_two(function)):
        return None

    def step(name: str, item: ast.expr) -> list[ast.stmt]:
        above: list[ast.stmt] = []
        if not short(item):
            word = fresh("item")
            above, item = (
                [ast.Assign([ast.Name(word, ast.Store())], item, lineno=0)],
                ast.Name(word, ast.Load()),
            )
        value = _called(function, ast.Name(name, ast.Load()), item)
        return [*above, ast.Assign([ast.Name(name, ast.Store())], value, lineno=0)]

    try:
        step("result", ast.Name("item", ast.Load()))
    except Cannot:
        return None
    return Fold("result", start, items, step)


def _takes_two(function: ast.Lambda) -> bool:
    own = function.args
    others = (own.posonlyargs, own.kwonlyargs, own.defaults, own.vararg, own.kwarg)
    return len(own.args) == 2 and not any(others)


def _called(function: ast.expr, value: ast.expr, item: ast.expr) -> ast.expr:
    """What a function makes of the value and an item."""
    if not isinstance(function, ast.Lambda):
        return ast.Call(copied(function), [value, item], [])
    first, second = function.args.args
    made = put_in(copied(function.body), {first.arg: value, second.arg: item})
    assert isinstance(made, ast.expr)
    return made


def one_of(node: ast.expr) -> str:
    """What a person would call an item: one of `xs` is an `x`."""
    name = node.id if isinstance(node, ast.Name) else ""
    return name[:-1] if len(name) > 1 and name.endswith("s") and not name.endswith("ss") else "item"
