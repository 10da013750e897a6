"""Dicts that are only read and written item by item, as `hs[t]` of a network's states: lists with gaps."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from codegen.terms import ByKey, Keys
from codegen.trees import Transformer, copied, walk

SCOPES = (ast.FunctionDef, ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def by_key(body: list[ast.stmt], own: frozenset[str], is_builtin: Callable[[str], bool]) -> list[ast.stmt]:
    """The body with its empty dicts marked of whose names only items are ever asked; `own` are arguments.

    Nothing is asked then of the order of the items, of their number, or of which there are.
    """
    places = {id(node): name for name, node in _empty(body, is_builtin) if name not in own}
    if not places:
        return body
    names = _only_by_key(body, places, own)
    marked = {place for place, name in places.items() if name in names}
    if marked:
        work = _Marked(marked, names)
        body = [work.statement(statement) for statement in body]
    return body


def only_by_key(body: list[ast.stmt], own: frozenset[str], is_builtin: Callable[[str], bool]) -> set[str]:
    """The names that only stand for empty dicts, and for one another, of which items are asked."""
    return _only_by_key(body, {id(node): name for name, node in _empty(body, is_builtin)}, own)


def _only_by_key(body: list[ast.stmt], places: dict[int, str], own: frozenset[str]) -> set[str]:
    names, before = set(places.values()) - own, set[str]()
    given = given_on(body)
    while more := {target.id for target, value in given if value.id in names} - names - own:
        names |= more
    while names != before:
        before = names
        fine = {id(node) for pair in given if {pair[0].id, pair[1].id} <= names for node in pair}
        names = names - set(_otherwise_used(body, places, fine))
    return names


def given_on(body: list[ast.stmt]) -> list[tuple[ast.Name, ast.Name]]:
    """The names that are given what another name stands for: `prev = cur`."""
    assigned = (n for s in body for n in walk(s) if isinstance(n, ast.Assign) and len(n.targets) == 1)
    pairs = (pair for node in assigned for pair in _pairs(node.targets[0], node.value))
    return [(t, v) for t, v in pairs if isinstance(t, ast.Name) and isinstance(v, ast.Name)]


def _empty(body: list[ast.stmt], is_builtin: Callable[[str], bool]) -> Iterator[tuple[str, ast.expr]]:
    """The names that are given an empty dict, and where it is written."""
    for node in (n for statement in body for n in walk(statement) if isinstance(n, ast.Assign)):
        for target, value in _pairs(node.targets[0], node.value) if len(node.targets) == 1 else ():
            called = isinstance(value, ast.Call) and not value.args and not value.keywords
            word = value.func.id if called and isinstance(value.func, ast.Name) else ""  # type: ignore[attr-defined]
            display = isinstance(value, ast.Dict) and not value.keys
            if isinstance(target, ast.Name) and (display or (word == "dict" and is_builtin(word))):
                yield target.id, value


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts):
        yield from zip(target.elts, value.elts)
    else:
        yield target, value


def _otherwise_used(body: list[ast.stmt], places: dict[int, str], handed_on: set[int]) -> Iterator[str]:
    """The names that stand for anything but an item, or are given anything but an empty dict."""
    fine = set(handed_on)
    for node in (n for statement in body for n in walk(statement)):
        if isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Del):
            if not any(isinstance(part, ast.Slice) for part in walk(node.slice)):
                fine.add(id(node.value))
        elif isinstance(node, Keys):
            fine.add(id(node.args[0]))  # which keys there are now, in a list of their own
        elif isinstance(node, ast.Return):
            fine |= {id(one) for one in getattr(node.value, "elts", [node.value])}
        elif isinstance(node, ast.Compare) and is_in(node):
            fine.add(id(node.comparators[-1]))  # whether there is an item at a key
        elif (whole := asked_with_default(node)) is not None:
            fine.add(id(whole))
        elif isinstance(node, ast.Assign) and len(node.targets) == 1:
            pairs = _pairs(node.targets[0], node.value)
            fine |= {id(target) for target, value in pairs if id(value) in places}
        elif isinstance(node, SCOPES):
            inside = (n for n in walk(node) if isinstance(n, (ast.Name, ast.arg)))
            yield from (n.id if isinstance(n, ast.Name) else n.arg for n in inside)
    for node in (n for statement in body for n in walk(statement)):
        if isinstance(node, ast.Name) and id(node) not in fine:
            yield node.id


def is_in(node: ast.Compare) -> bool:
    """Whether something is asked for in a container."""
    return isinstance(node.ops[-1], (ast.In, ast.NotIn))


def asked_with_default(node: ast.AST) -> ast.Name | None:
    """The name of which `d.get(key, default)` asks an item, if key and default may be worked out anywhere."""
    if not isinstance(node, ast.Call):
        return None
    get = node.func if isinstance(node.func, ast.Attribute) and node.func.attr == "get" else None
    plain = get is not None and len(node.args) == 2 and not node.keywords
    parts = [part for arg in node.args for part in walk(arg)]
    plain = plain and not any(isinstance(part, (ast.Call, ast.NamedExpr, *SCOPES)) for part in parts)
    return get.value if plain and isinstance(get.value, ast.Name) else None  # type: ignore[union-attr]


def item_or_default(node: ast.AST, whole: ast.Name) -> ast.expr:
    """`d.get(key, default)` as `d[key] if key in d else default`."""
    assert isinstance(node, ast.Call)
    key, default = node.args
    item = ast.copy_location(ast.Subscript(whole, key, ast.Load()), node)
    there = ast.copy_location(ast.Compare(copied(key), [ast.In()], [copied(whole)]), node)
    return ast.copy_location(ast.IfExp(there, item, default), node)


class _Marked(Transformer):
    def __init__(self, places: set[int], names: set[str]) -> None:
        self.places, self.names = places, names

    def statement(self, statement: ast.stmt) -> ast.stmt:
        """A statement with what is in it marked."""
        new = self.visit(statement)
        assert isinstance(new, ast.stmt)
        return new

    def visit(self, node: ast.AST) -> ast.AST:
        """A node, marked if it is one of these dicts; `d.get(key, 0.0)` as `d[key] if key in d else 0.0`."""
        if id(node) in self.places:
            return ast.copy_location(ByKey([], []), node)
        if (whole := asked_with_default(node)) is not None and whole.id in self.names:
            return item_or_default(node, whole)
        return self.generic_visit(node)


def choose_items(node: ast.expr, name: str) -> None:
    """Changes `d.get(key, 0.0)` in an expression to `d[key] if key in d else 0.0`."""
    _Marked(set(), {name}).generic_visit(node)
