"""Lists in a list or in a dict that are filled item by item: `bins[i].append(v)`.

All of it is followed where what holds the lists is made empty, or of new lists, and nothing but filling them
comes before the last item is in: no list has a second name then, and nothing has been read of one that was
shorter. `groups.setdefault(k, []).append(v)` gives the list a statement of its own.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator

from codegen.contents import is_name, names
from codegen.dicts import is_in
from codegen.scopes import SCOPES
from codegen.trees import copied, made_at, walk


def with_buckets(
    body: list[ast.stmt], own: frozenset[str], is_builtin: Callable[[str], bool]
) -> list[ast.stmt]:
    """The body with appends to items marked that may be followed; `own` are arguments."""
    found = {_whole_of(part) for statement in body for part in walk(statement)} - {"", *own}
    for name in sorted(found):
        body = _Filled(name, is_builtin).followed(body)
    return body


def fills_items_of(node: ast.AST) -> str:
    """The name of what a statement that is marked appends to an item of."""
    return _whole_of(node) if getattr(node, "fills", False) else ""


def _whole_of(node: ast.AST) -> str:
    """The name of what holds the list that a statement `bins[i].append(v)` appends to."""
    item = _appended_to(node)
    return item.value.id if item is not None and isinstance(item.value, ast.Name) else ""


def _appended_to(node: ast.AST) -> ast.Subscript | None:
    """The item that a statement appends to, also in `groups.setdefault(k, []).append(v)`."""
    call = node.value if isinstance(node, ast.Expr) else None
    method = call.func if isinstance(call, ast.Call) and len(call.args) == 1 and not call.keywords else None
    if not isinstance(method, ast.Attribute) or method.attr != "append":
        return None
    if (asked := _set_by_default(method.value)) is not None:
        whole, key, _ = asked
        return ast.copy_location(ast.Subscript(whole, key, ast.Load()), method.value)
    return method.value if isinstance(method.value, ast.Subscript) else None


def _set_by_default(node: ast.AST) -> tuple[ast.Name, ast.expr, ast.expr] | None:
    """The dict, the key and what is put there in `groups.setdefault(k, [])`."""
    method = node.func if isinstance(node, ast.Call) and len(node.args) == 2 and not node.keywords else None
    if not isinstance(method, ast.Attribute) or method.attr != "setdefault":
        return None
    key, new = node.args  # type: ignore[attr-defined]
    plain = isinstance(method.value, ast.Name) and _is_new(new) and not does_something(key)
    return (method.value, key, new) if plain else None  # type: ignore[return-value]


def _is_new(node: ast.AST) -> bool:
    """Whether an expression makes a list that nothing else can name."""
    return isinstance(node, (ast.List, ast.ListComp))


def does_something(key: ast.expr) -> bool:
    """Whether an expression may give another value when it is worked out again, or change something."""
    return any(isinstance(part, (ast.Call, ast.NamedExpr, ast.Await, *SCOPES)) for part in walk(key))


class _Filled:
    """What is done with one container, from where it is made."""

    def __init__(self, name: str, is_builtin: Callable[[str], bool]) -> None:
        self.name, self.is_builtin = name, is_builtin
        self.of_dict = False

    def followed(self, body: list[ast.stmt]) -> list[ast.stmt]:
        """The body with the appends marked, if all that is done before the last of them is known."""
        block = self._block_of(body)
        if block is None:
            return body
        behind = [i for i, s in enumerate(block) if any(_whole_of(part) == self.name for part in walk(s))]
        building = block[: behind[-1] + 1]
        uses = [part for s in building for part in walk(s) if is_name(part, self.name)]
        fine = {id(use) for s in building for use in self._building(s)}
        if any(id(use) not in fine for use in uses):
            return body
        return _Marked(self.name, self.of_dict).block(body)

    def _block_of(self, body: list[ast.stmt]) -> list[ast.stmt] | None:
        """What stands behind where the name is given its only value, which makes it; None if it is not so."""
        whole = sum(is_name(part, self.name) for s in body for part in walk(s))
        for block in _blocks(body):
            for i, statement in enumerate(block):
                if self._is_made(statement):
                    value = statement.value  # type: ignore[attr-defined]
                    called = isinstance(value, ast.Call) and is_name(value.func, "dict")
                    self.of_dict = called or isinstance(value, ast.Dict)
                    rest = block[i + 1 :]
                    mine = sum(is_name(part, self.name) for s in rest for part in walk(s))
                    return rest if mine + 1 == whole and self._keeps_name(rest) else None
        return None

    def _is_made(self, statement: ast.stmt) -> bool:
        if not isinstance(statement, ast.Assign) or len(statement.targets) != 1:
            return False
        value = statement.value
        called = value.func.id if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) else ""
        made = isinstance(value, ast.List) and all(map(_is_new, value.elts))
        made = made or (isinstance(value, ast.ListComp) and _is_new(value.elt))
        made = made or (
            isinstance(value, ast.Dict) and None not in value.keys and all(map(_is_new, value.values))
        )
        made = made or (called in ("dict", "list") and self.is_builtin(called) and not _given(value))
        return made and is_name(statement.targets[0], self.name) and not names(value, self.name)

    def _keeps_name(self, rest: list[ast.stmt]) -> bool:
        """Whether the name is given nothing else, and no function in this one reads it."""
        parts = [part for s in rest for part in walk(s)]
        inner = (part for part in parts if isinstance(part, SCOPES))
        stored = any(is_name(p, self.name) and not isinstance(p.ctx, ast.Load) for p in parts)  # type: ignore[attr-defined]
        return not stored and not any(names(scope, self.name) for scope in inner)

    def _building(self, statement: ast.stmt) -> Iterator[ast.AST]:
        """The reads of the name in a statement that fills a list, makes one, or asks whether there is one."""
        for part in walk(statement):
            item = _appended_to(part)
            if item is not None and is_name(item.value, self.name):
                yield item.value
            elif isinstance(part, ast.Compare) and len(part.ops) == 1 and is_in(part):
                yield part.comparators[0]
            elif self.of_dict and isinstance(part, ast.If) and (made := _made_if_missing(part)) is not None:
                yield made.value
            elif isinstance(part, ast.Expr) and isinstance(part.value, ast.Call):
                yield from self._longer(part.value)

    def _longer(self, call: ast.Call) -> Iterator[ast.AST]:
        """The name in `bins.append([])`."""
        method, new = call.func, call.args
        appends = isinstance(method, ast.Attribute) and method.attr == "append" and len(new) == 1
        if appends and is_name(method.value, self.name) and _is_new(new[0]):  # type: ignore[attr-defined]
            yield method.value  # type: ignore[attr-defined]


def _given(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and bool(value.args or value.keywords)


def _if_missing(node: ast.If) -> list[ast.stmt]:
    """What is done where a dict does not have a key, which it is asked for."""
    test = node.test
    if not isinstance(test, ast.Compare) or len(test.ops) != 1 or not is_in(test):
        return []
    return node.body if isinstance(test.ops[0], ast.NotIn) else node.orelse


def _made_if_missing(node: ast.If) -> ast.Subscript | None:
    """The item `groups[k]` in `if k not in groups: groups[k] = []`."""
    test, arm = node.test, _if_missing(node)
    if not arm or not isinstance(test, ast.Compare):
        return None
    first = arm[0]
    item = first.targets[0] if isinstance(first, ast.Assign) and len(first.targets) == 1 else None
    if not isinstance(item, ast.Subscript) or not _is_new(first.value) or does_something(test.left):  # type: ignore[attr-defined]
        return None
    same = ast.dump(item.slice) == ast.dump(test.left) and ast.dump(item.value) == ast.dump(
        test.comparators[0]
    )
    return item if same else None


def _blocks(body: list[ast.stmt]) -> Iterator[list[ast.stmt]]:
    """A block and those in it."""
    yield body
    for statement in body:
        for field in ("body", "orelse"):
            inner = getattr(statement, field, None)
            if isinstance(inner, list) and inner and isinstance(inner[0], ast.stmt):
                yield from _blocks(inner)


class _Marked:
    """Marks what fills a container's lists; an item that is made where there was none is marked, too."""

    def __init__(self, name: str, of_dict: bool) -> None:
        self.name, self.of_dict = name, of_dict

    def block(self, body: list[ast.stmt]) -> list[ast.stmt]:
        """A block, with two statements for `groups.setdefault(k, []).append(v)`."""
        return [new for statement in body for new in self.statement(statement)]

    def statement(self, statement: ast.stmt) -> list[ast.stmt]:
        """What stands in the place of a statement."""
        if _whole_of(statement) == self.name:
            return self.filling(copied(statement))
        new = copy.copy(statement)
        for field in ("body", "orelse"):
            inner = getattr(new, field, None)
            if isinstance(inner, list) and inner and isinstance(inner[0], ast.stmt):
                setattr(new, field, self.block(inner))
        made = _made_if_missing(new) if isinstance(new, ast.If) else None
        if self.of_dict and isinstance(new, ast.If) and made is not None and is_name(made.value, self.name):
            arm = _if_missing(new)
            arm[0] = copy.copy(arm[0])
            arm[0].first = True  # type: ignore[attr-defined]
        return [new]

    def filling(self, statement: ast.stmt) -> list[ast.stmt]:
        """An append to an item, which is made first where it may not be there."""
        assert isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call)
        method, item = statement.value.func, _appended_to(statement)
        assert isinstance(method, ast.Attribute) and item is not None
        asked = _set_by_default(method.value)
        statement.fills = True  # type: ignore[attr-defined]
        if asked is None:
            return [statement]
        method.value = item
        statement.changed = True  # type: ignore[attr-defined]
        return [made_where_missing(*asked, statement), statement]


def made_where_missing(whole: ast.Name, key: ast.expr, new: ast.expr, place: ast.stmt) -> ast.stmt:
    """`if k not in groups: groups[k] = []`."""
    item = ast.Subscript(copied(whole), copied(key), ast.Store())
    put = ast.Assign([item], new)
    put.first = True  # type: ignore[attr-defined]
    return made_at(ast.If(ast.Compare(copied(key), [ast.NotIn()], [copied(whole)]), [put], []), place)
