"""Containers of `collections` as those that Python has: a `deque` as a list, a `defaultdict` as a dict.

`q.popleft()` is `q.pop(0)` of a list, and what is longer than `maxlen` is taken out at once. Where a
`defaultdict` would make an item, `if k not in d: d[k] = 0.0` stands.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from codegen.buckets import does_something, made_where_missing
from codegen.contents import is_name, names, stores
from codegen.dicts import item_or_default
from codegen.parse import dotted
from codegen.scopes import SCOPES
from codegen.trees import Transformer, copied, made_at, walk

METHODS = {  # of a deque, and of a list
    "append": "append",
    "appendleft": "insert",
    "popleft": "pop",
    "pop": "pop",
    "extend": "extend",
    "clear": "clear",
}
WITH_MOST = ("append", "popleft", "pop", "clear")  # that leave no more than `maxlen` items, or one
ZEROS = {"float": 0.0, "int": 0}


@dataclass(frozen=True)
class _Made:
    """A container by its name: where it is made, and what it is made of as one that Python has.

    `most` is how many items there may be, if that is said; `default` is what makes a missing item.
    """

    name: str
    place: int
    value: ast.expr
    most: ast.expr | None = None
    default: ast.expr | None = None


def as_builtins(
    body: list[ast.stmt],
    imports: Mapping[str, str],
    own: frozenset[str],
    is_builtin: Callable[[str], bool],
) -> list[ast.stmt]:
    """The body with such containers as lists and dicts, where no more than that is asked of them."""
    for made in list(_made(body, imports)):
        if made.name in own or not _is_alone(body, made) or not all(map(is_builtin, ("list", "len", *ZEROS))):
            continue
        if made.default is None and _asks_little(body, made):
            body = _Deque(made).block(body)
        elif made.default is not None and _asks_items(body, made):
            body = _Defaults(made, body).block(body)
    return body


def _made(body: list[ast.stmt], imports: Mapping[str, str]) -> Iterator[_Made]:
    """The containers that are made in a function."""
    for node in (part for statement in body for part in walk(statement)):
        target = node.targets[0] if isinstance(node, ast.Assign) and len(node.targets) == 1 else None
        call = node.value if isinstance(node, ast.Assign) else None
        if not isinstance(target, ast.Name) or not isinstance(call, ast.Call):
            continue
        word = dotted(call.func, imports)
        if word == "collections.deque" and (found := _as_list(call)) is not None:
            yield _Made(target.id, id(node), *found)
        plain = word == "collections.defaultdict" and len(call.args) == 1 and not call.keywords
        if plain and (default := _default(call.args[0])) is not None:
            yield _Made(target.id, id(node), ast.Dict([], []), default=default)


def _as_list(call: ast.Call) -> tuple[ast.expr, ast.expr | None] | None:
    """What a deque holds at first, in a list, and how many items it may have."""
    words = {keyword.arg: keyword.value for keyword in call.keywords}
    most = call.args[1] if len(call.args) == 2 else words.get("maxlen")
    if len(call.args) > 2 or set(words) - {"maxlen"} or (most is not None and not _is_plain(most)):
        return None
    first = call.args[0] if call.args else ast.List([], ast.Load())
    if isinstance(first, ast.List):
        short = not first.elts or (isinstance(most, ast.Constant) and len(first.elts) <= most.value)  # type: ignore[operator]
        return (first, most) if most is None or short else None
    return (ast.Call(ast.Name("list", ast.Load()), [first], []), None) if most is None else None


def _is_plain(most: ast.expr) -> bool:
    return isinstance(most, ast.Name) or (isinstance(most, ast.Constant) and type(most.value) is int)


def _default(factory: ast.expr) -> ast.expr | None:
    """What a `defaultdict` makes of a missing item."""
    if isinstance(factory, ast.Name) and factory.id in ZEROS:
        return ast.Constant(ZEROS[factory.id])
    if is_name(factory, "list"):
        return ast.List([], ast.Load())
    plain = (
        isinstance(factory, ast.Lambda) and not factory.args.args and isinstance(factory.body, ast.Constant)
    )
    return factory.body if plain else None  # type: ignore[attr-defined]


def _is_alone(body: list[ast.stmt], made: _Made) -> bool:
    """Whether a name is given only this container, and what says how long it may be stays the same."""
    parts = [part for statement in body for part in walk(statement)]
    stored = [part for part in parts if isinstance(part, ast.Name) and stores(part)]
    inner = any(names(part, made.name) for part in parts if isinstance(part, SCOPES))
    given_back = any(is_name(one, made.name) for part in parts for one in _given_back(part))
    kept = not isinstance(made.most, ast.Name) or all(part.id != made.most.id for part in stored)
    once = sum(part.id == made.name for part in stored) == 1
    return once and kept and not inner and not given_back


def _given_back(node: ast.AST) -> list[ast.expr]:
    """What a statement returns, or gives another name."""
    if not isinstance(node, (ast.Return, ast.Assign)) or node.value is None:
        return []
    return list(getattr(node.value, "elts", [node.value]))


def _asks_little(body: list[ast.stmt], made: _Made) -> bool:
    """Whether a deque is asked for nothing that a list does not have."""
    able = METHODS if made.most is None else WITH_MOST
    parts = [part for statement in body for part in walk(statement)]
    asked = [part for part in parts if isinstance(part, ast.Attribute) and is_name(part.value, made.name)]
    called = {id(part.func) for part in parts if isinstance(part, ast.Call) and not part.keywords}
    alone = {
        id(part.value.func)
        for part in parts
        if isinstance(part, ast.Expr) and isinstance(part.value, ast.Call)
    }
    fine = all(part.attr in able and id(part) in called for part in asked)
    return fine and all(
        id(part) in alone for part in asked if part.attr == "append" and made.most is not None
    )


def _asks_items(body: list[ast.stmt], made: _Made) -> bool:
    """Whether items of a `defaultdict` are only made where they are written into."""
    parts = [part for statement in body for part in walk(statement)]
    items = [part for part in parts if isinstance(part, ast.Subscript) and is_name(part.value, made.name)]
    return not any(does_something(item.slice) or isinstance(item.slice, ast.Slice) for item in items)


class _Blocks:
    """Rewrites blocks, statement by statement."""

    def __init__(self, made: _Made) -> None:
        self.made, self.name = made, made.name

    def block(self, body: list[ast.stmt]) -> list[ast.stmt]:
        """A block with what is put in its statements' place."""
        return [new for statement in body for new in self.statement(statement)]

    def statement(self, statement: ast.stmt) -> list[ast.stmt]:
        """What stands in the place of a statement."""
        if not names(statement, self.name):
            return [statement]
        new = copy.copy(statement)
        for field in ("body", "orelse"):
            inner = getattr(new, field, None)
            if isinstance(inner, list) and inner and isinstance(inner[0], ast.stmt):
                setattr(new, field, self.block(inner))
        if id(statement) == self.made.place:
            assert isinstance(new, ast.Assign)
            new.value, new.changed = _placed(copied(self.made.value), new.value), True  # type: ignore[attr-defined]
            return [new]
        return self.plain(new)

    def plain(self, statement: ast.stmt) -> list[ast.stmt]:
        """The same for a statement that does not make the container."""
        raise NotImplementedError


class _Deque(_Blocks):
    """A deque as a list."""

    def plain(self, statement: ast.stmt) -> list[ast.stmt]:
        """A statement with methods of lists; one that appends takes out what is too much, too."""
        methods = _Methods(self.name)
        for field in ("value", "test", "iter"):
            value = getattr(statement, field, None)
            if isinstance(value, ast.expr) and names(value, self.name):
                setattr(statement, field, methods.visit(copied(value)))
        if methods.changed:
            statement.changed = True  # type: ignore[attr-defined]
        most = self.made.most
        if most is None or not isinstance(statement, ast.Expr) or not _appends(statement.value, self.name):
            return [statement]
        count = ast.Call(ast.Name("len", ast.Load()), [ast.Name(self.name, ast.Load())], [])
        first = ast.Attribute(ast.Name(self.name, ast.Load()), "pop", ast.Load())
        out = ast.Expr(ast.Call(first, [ast.Constant(0)], []))
        return [
            statement,
            made_at(ast.If(ast.Compare(count, [ast.Gt()], [copied(most)]), [out], []), statement),
        ]


def _appends(node: ast.expr, name: str) -> bool:
    method = node.func if isinstance(node, ast.Call) else None
    return isinstance(method, ast.Attribute) and method.attr == "append" and is_name(method.value, name)


class _Methods(Transformer):
    """Methods of a deque as those of a list."""

    def __init__(self, name: str) -> None:
        self.name, self.changed = name, False

    def visit_Call(self, node: ast.Call) -> ast.expr:
        """A call, of another method if it is one of the deque's own."""
        self.generic_visit(node)
        method = node.func
        if (
            isinstance(method, ast.Attribute)
            and is_name(method.value, self.name)
            and method.attr.endswith("left")
        ):
            zero = ast.copy_location(ast.Constant(0), node)
            node.args = [zero, *node.args]
            method.attr, self.changed = METHODS[method.attr], True
        return node


class _Defaults(_Blocks):
    """A `defaultdict` as a dict; where only items are asked for, a missing number is its default."""

    def __init__(self, made: _Made, body: list[ast.stmt]) -> None:
        super().__init__(made)
        parts = [part for statement in body for part in walk(statement)]
        items = [part for part in parts if isinstance(part, ast.Subscript) and is_name(part.value, made.name)]
        only = sum(is_name(part, made.name) for part in parts) == len(items) + 1
        self.asking = _Asking(made) if only and isinstance(made.default, ast.Constant) else None

    def plain(self, statement: ast.stmt) -> list[ast.stmt]:
        """A statement, behind one that makes the item it writes into."""
        for field in ("value", "test", "iter") if self.asking is not None else ():
            value = getattr(statement, field, None)
            if isinstance(value, ast.expr) and names(value, self.name):
                setattr(statement, field, self.asking.visit(copied(value)))  # type: ignore[union-attr]
                statement.changed = True  # type: ignore[attr-defined]
        item: ast.expr | None = statement.target if isinstance(statement, ast.AugAssign) else None
        call = statement.value if isinstance(statement, ast.Expr) else None
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "append":
            item = call.func.value
        if not isinstance(item, ast.Subscript) or not is_name(item.value, self.name):
            return [statement]
        assert self.made.default is not None
        whole = ast.copy_location(ast.Name(self.name, ast.Load()), item)
        return [made_where_missing(whole, item.slice, copied(self.made.default), statement), statement]


class _Asking(Transformer):
    """Items that are read as `d[k] if k in d else 0.0`."""

    def __init__(self, made: _Made) -> None:
        self.name, self.default = made.name, made.default

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        """An item, if it is one of the dict."""
        self.generic_visit(node)
        if not is_name(node.value, self.name):
            return node
        assert self.default is not None and isinstance(node.value, ast.Name)
        asked = ast.Call(node.value, [node.slice, copied(self.default)], [])
        new = item_or_default(ast.copy_location(asked, node), node.value)
        new.chosen = True  # type: ignore[attr-defined]
        return _placed(new, node)


def _placed(new: ast.expr, place: ast.expr) -> ast.expr:
    for part in walk(new):
        if not hasattr(part, "lineno"):
            ast.copy_location(part, place)
    return new
