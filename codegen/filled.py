"""Dicts that a function fills, by whatever keys, and of which more than items is asked.

`memo = {0: x}` is an empty dict into which x is written. A loop over `totals.items()` is one over
`keys = list(totals)` that reads `totals[key]`, and what takes all values takes a list of these. What
is left are reads and writes of items (`dicts`).
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator

from codegen.buckets import does_something, fills_items_of, made_where_missing
from codegen.contents import is_name, names, stores
from codegen.dicts import choose_items, given_on, only_by_key
from codegen.scopes import COMPREHENSIONS, SCOPES
from codegen.terms import Keys
from codegen.trees import Transformer, copied, made_at, walk

Fresh = Callable[[str], str]
IsBuiltin = Callable[[str], bool]
VIEWS = ("items", "keys", "values")
PLAIN = (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Return, ast.Expr, ast.If, ast.Assert, ast.For)
MAYBE = (ast.IfExp, ast.BoolOp, *COMPREHENSIONS, *SCOPES)


def item_by_item(
    body: list[ast.stmt], own: frozenset[str], fresh: Fresh, is_builtin: IsBuiltin
) -> list[ast.stmt]:
    """The body with dicts into which items are written as such of which only items are asked."""
    parts = [part for statement in body for part in walk(statement)]
    items = [part for part in parts if isinstance(part, ast.Subscript) and isinstance(part.value, ast.Name)]
    written = {item.value.id for item in items if stores(item)}  # type: ignore[attr-defined]
    written |= {fills_items_of(part) for part in parts}
    able, found = (written & set(_made(parts))) - own, body
    given = given_on(body)
    while more := {target.id for target, value in given if value.id in able} - able - own:
        able |= more
    shared = {name.id for pair in given for name in pair}  # that may stand for what another name does
    works = [_Filled(name, fresh, is_builtin, name in shared) for name in sorted(able)]
    able -= {work.name for work in works if _keys_may_vary(body, able, work)}
    while able:
        works = [_Filled(name, fresh, is_builtin, name in shared) for name in sorted(able)]
        found = body
        for work in works:
            found = work.block(found)
        if able <= (right := only_by_key(found, own, is_builtin)):
            for work in works:
                for value in work.asking_values:
                    choose_items(value, work.name)  # as in other statements, for the next walk as well
            return found
        able &= right
    return body


def _keys_may_vary(body: list[ast.stmt], dicts: set[str], work: _Filled) -> bool:
    """Whether keys are computed with that may be more than counters: no gradient comes back to keys."""
    parts = [part for statement in body for part in walk(statement)]
    loops = [(part, work.gone_over(part.iter)) for part in parts if isinstance(part, ast.For)]
    given = [loop for loop, word in loops if word and not word.endswith("values")]
    direct = {id(inner) for loop in given for inner in walk(loop.iter)}
    calls = [part for part in parts if isinstance(part, ast.Call)]
    listing = [call for call in calls if getattr(call.func, "id", "") != "len"]
    views = [arg for call in listing for arg in call.args if work.view(arg) in ("keys", "items")]
    asked = any(id(view) not in direct for view in views)
    if not asked and not any(_is_computed_with(loop) for loop in given):
        return False
    counters = set(_counters(parts, dicts))
    items = (part for part in parts if isinstance(part, ast.Subscript) and stores(part))
    keys = [item.slice for item in items if getattr(item.value, "id", "") in dicts]
    keys += [call.args[0] for call in calls if getattr(call.func, "attr", "") == "setdefault" and call.args]
    keys += [key for part in parts if isinstance(part, ast.Dict) for key in part.keys if key is not None]
    names_of_keys = {part.id for key in keys for part in walk(key) if isinstance(part, ast.Name)}
    return not names_of_keys <= counters


def _key_of(loop: ast.For, items: bool) -> set[str]:
    """The names that a loop over a dict gives its keys."""
    key = loop.target
    if items and isinstance(key, ast.Tuple) and key.elts:
        key = key.elts[0]
    return {part.id for part in walk(key) if isinstance(part, ast.Name)}


def _is_computed_with(loop: ast.For) -> bool:
    """Whether a loop over a dict does more with its keys than to ask for items, and to compare them."""
    over = loop.iter.func if isinstance(loop.iter, ast.Call) else None
    own = _key_of(loop, isinstance(loop.target, ast.Tuple) or isinstance(over, ast.Attribute))
    parts = [part for statement in loop.body for part in walk(statement)]
    fine = {id(p) for part in parts if isinstance(part, ast.Subscript) for p in walk(part.slice)}
    fine |= {id(p) for part in parts if isinstance(part, ast.Compare) for p in walk(part)}
    return any(isinstance(part, ast.Name) and part.id in own and id(part) not in fine for part in parts)


def _counters(parts: list[ast.AST], dicts: set[str]) -> Iterator[str]:
    """The names that are only given counters of loops, and keys of dicts whose keys are such."""
    counting: list[str] = []
    for loop in (part for part in parts if isinstance(part, ast.For)):
        word = getattr(getattr(loop.iter, "func", None), "id", "")
        whole = loop.iter.args[0] if word in ("list", "sorted") and loop.iter.args else loop.iter  # type: ignore[attr-defined]
        view = whole.func if isinstance(whole, ast.Call) and isinstance(whole.func, ast.Attribute) else None
        of_dict = getattr(view.value if view is not None else whole, "id", "") in dicts
        if word in ("range", "enumerate") or (of_dict and (view is None or view.attr in ("keys", "items"))):
            counting += _key_of(loop, word == "enumerate" or (view is not None and view.attr == "items"))
    stored = [part.id for part in parts if isinstance(part, ast.Name) and stores(part)]
    yield from (name for name in set(counting) if stored.count(name) == counting.count(name))


def _made(parts: list[ast.AST]) -> Iterator[str]:
    """The names that are given dicts which are written out."""
    for part in parts:
        target = part.targets[0] if isinstance(part, ast.Assign) and len(part.targets) == 1 else None
        if isinstance(target, ast.Name) and isinstance(part.value, ast.Dict):  # type: ignore[attr-defined]
            yield target.id
        elif isinstance(target, ast.Tuple):
            yield from (one.id for one in target.elts if isinstance(one, ast.Name))


class _Filled:
    """Rewrites what is asked of one dict, statement by statement."""

    def __init__(self, name: str, fresh: Fresh, is_builtin: IsBuiltin, shared: bool) -> None:
        self.name, self.fresh, self.is_builtin, self.shared = name, fresh, is_builtin, shared
        self.asking_values: list[ast.expr] = []

    def block(self, body: list[ast.stmt]) -> list[ast.stmt]:
        """A block, with lists of keys and values above the statements that ask for them."""
        return [new for statement in body for new in self.statement(statement)]

    def statement(self, statement: ast.stmt) -> list[ast.stmt]:
        """What stands in the place of a statement."""
        if not names(statement, self.name):
            return [statement]
        if (made := self.made(statement) or self.made_by_default(statement)) is not None:
            return made
        new = copy.copy(statement)
        for field in ("body", "orelse"):
            inner = getattr(new, field, None)
            if isinstance(inner, list) and inner and isinstance(inner[0], ast.stmt):
                setattr(new, field, self.block(inner))
        if not isinstance(new, PLAIN):
            return [new]
        if isinstance(new, ast.For) and (word := self.gone_over(new.iter)) and self.keeps_keys(new):
            return self.loop(new, word)
        if isinstance(new, ast.For) and names(new.iter, self.name) and self.may_change_in(new):
            return [new]  # what goes over a view sees what its turns write
        return self.asking(new)

    def may_change_in(self, loop: ast.For) -> bool:
        """Whether a turn may write into the dict, by its name or another; by which other one is not asked."""
        parts = [part for s in loop.body for part in walk(s)]
        items = [part for part in parts if isinstance(part, ast.Subscript) and stores(part)]
        return any(self.shared or is_name(item.value, self.name) for item in items)

    def asking(self, statement: ast.stmt) -> list[ast.stmt]:
        """A statement, with what its own expressions ask for above it."""
        asked = _Asked(self, statement)
        new = copy.copy(statement)
        for field in ("value", "test", "iter"):
            value = getattr(statement, field, None)
            if isinstance(value, ast.expr) and names(value, self.name):
                self.asking_values.append(value)
                setattr(new, field, asked.visit(copied(value)))
        new.changed = True  # type: ignore[attr-defined]
        return [*asked.above, new] if asked.above else [statement]

    def made(self, statement: ast.stmt) -> list[ast.stmt] | None:
        """`d = {0: x, 1: y}` as an empty dict and two writes."""
        value = statement.value if isinstance(statement, ast.Assign) and len(statement.targets) == 1 else None
        if not isinstance(value, ast.Dict) or not value.keys or names(value, self.name) or None in value.keys:
            return None
        assert isinstance(statement, ast.Assign)
        if not is_name(statement.targets[0], self.name):
            return None
        empty = copy.copy(statement)
        empty.value, empty.changed = ast.copy_location(ast.Dict([], []), value), True  # type: ignore[attr-defined]
        whole = ast.Name(self.name, ast.Load())
        pairs = zip(value.keys, value.values)
        items = [(ast.Subscript(copied(whole), key, ast.Store()), item) for key, item in pairs]  # type: ignore[arg-type]
        return [empty, *(made_at(ast.Assign([item], given), statement) for item, given in items)]

    def made_by_default(self, statement: ast.stmt) -> list[ast.stmt] | None:
        """`d.setdefault(k, 0.0)` as a write where there is no such key."""
        call = statement.value if isinstance(statement, ast.Expr) else None
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute) or call.keywords:
            return None
        own = call.func.attr == "setdefault" and is_name(call.func.value, self.name) and len(call.args) == 2
        if not own or any(names(arg, self.name) or does_something(arg) for arg in call.args):
            return None
        key, value = call.args
        return [made_where_missing(ast.Name(self.name, ast.Load()), key, value, statement)]

    def gone_over(self, over: ast.expr) -> str:
        """Which view of the dict a loop goes over, and by which function its keys are listed."""
        order = "list"
        if isinstance(over, ast.Call) and isinstance(over.func, ast.Name) and not over.keywords:
            if over.func.id not in ("list", "sorted") or len(over.args) != 1:
                return ""
            order, over = over.func.id, over.args[0]
            if not self.is_builtin(order):
                return ""
        word = self.view(over)
        return f"{order} {word}" if word and not (order == "sorted" and word == "values") else ""

    def view(self, node: ast.AST) -> str:
        """Which view of the dict an expression is; the dict itself gives its keys."""
        if is_name(node, self.name):
            return "keys"
        method = node.func if isinstance(node, ast.Call) and not (node.args or node.keywords) else None
        if isinstance(method, ast.Attribute) and method.attr in VIEWS and is_name(method.value, self.name):
            return method.attr
        return ""

    def keeps_keys(self, loop: ast.For) -> bool:
        """Whether a turn writes into the dict only at its key, if at all, and the name stays the dict's."""
        key = loop.target
        if isinstance(key, ast.Tuple) and key.elts:
            key = key.elts[0]
        parts = [part for s in loop.body for part in walk(s)]
        items = [part for part in parts if isinstance(part, ast.Subscript) and is_name(part.value, self.name)]
        written = [item for item in items if stores(item)]
        if any(isinstance(part, ast.Name) and part.id == self.name and stores(part) for part in parts):
            return False
        if not written or not isinstance(key, ast.Name):
            return not written
        bound = any(isinstance(part, ast.Name) and part.id == key.id and stores(part) for part in parts)
        return not bound and all(is_name(item.slice, key.id) for item in written)

    def listed(self, order: str, place: ast.stmt) -> tuple[str, ast.stmt]:
        """A name for the keys in an order, and the statement that lists them."""
        keys = self.fresh("keys")
        listing = Keys(ast.Name(order, ast.Load()), [ast.Name(self.name, ast.Load())], [])
        return keys, made_at(ast.Assign([ast.Name(keys, ast.Store())], listing), place)

    def loop(self, node: ast.For, word: str) -> list[ast.stmt]:
        """A loop over the keys, in which items are read by these."""
        order, view = word.split()
        keys, listing = self.listed(order, node)
        key, value = node.target, node.target
        if view == "items":
            if not isinstance(node.target, ast.Tuple) or len(node.target.elts) != 2:
                return [node]
            key, value = node.target.elts
        if view == "values" or not isinstance(key, ast.Name):
            key = ast.copy_location(ast.Name(self.fresh("key"), ast.Store()), node.target)
        if view != "keys" or value is not key:
            source = node.target.elts[0] if isinstance(node.target, ast.Tuple) and view == "items" else key
            read = ast.Name(key.id, ast.Load())
            first = [] if source is key or view == "values" else [made_at(ast.Assign([source], read), node)]
            if view == "keys":
                first = [made_at(ast.Assign([value], read), node)]
            item = ast.Subscript(ast.Name(self.name, ast.Load()), copied(read), ast.Load())
            second = [] if view == "keys" else [made_at(ast.Assign([value], item), node)]
            node.body = [*first, *second, *node.body]
        node.target, node.iter = key, ast.copy_location(ast.Name(keys, ast.Load()), node.iter)
        node.changed = True  # type: ignore[attr-defined]
        return [listing, node]

    def values(self, keys: str, place: ast.stmt) -> tuple[str, list[ast.stmt]]:
        """A name for the list of the values in the order of the keys, and what makes it."""
        values, key = self.fresh(f"{self.name}_values"), self.fresh("key")
        start = ast.Assign([ast.Name(values, ast.Store())], ast.List([], ast.Load()))
        item = ast.Subscript(ast.Name(self.name, ast.Load()), ast.Name(key, ast.Load()), ast.Load())
        append = ast.Attribute(ast.Name(values, ast.Load()), "append", ast.Load())
        turn = ast.Expr(ast.Call(append, [item], []))
        loop = ast.For(ast.Name(key, ast.Store()), ast.Name(keys, ast.Load()), [turn], [])
        return values, [made_at(start, place), made_at(loop, place)]


class _Asked(Transformer):
    """Puts lists in the place of views in the expressions of a statement that are worked out in any case."""

    def __init__(self, work: _Filled, place: ast.stmt) -> None:
        self.work, self.place = work, place
        self.above: list[ast.stmt] = []

    def visit(self, node: ast.AST) -> ast.AST:
        """One expression; calls are looked at, since views and the dict are given to these."""
        if isinstance(node, MAYBE) or not isinstance(node, ast.Call):
            return node if isinstance(node, MAYBE) else self.generic_visit(node)
        word, work = getattr(node.func, "id", ""), self.work
        if word in ("list", "sorted", "len") and len(node.args) == 1 and work.is_builtin(word):
            view = work.view(node.args[0])
            if view == "keys":
                keys = self._keys("list" if word == "len" else word)
                if word != "len":
                    return keys
                node.args = [keys]
                return node
        node.args = [self._given(arg) for arg in node.args]
        for keyword in node.keywords:
            keyword.value = self._given(keyword.value)
        if not isinstance(node.func, ast.Name):
            node.func = self.generic_visit(node.func)  # type: ignore[assignment]
        return node

    def _given(self, arg: ast.expr) -> ast.expr:
        view = self.work.view(arg)
        if not view or is_name(arg, self.work.name):
            return self.visit(arg)  # type: ignore[return-value]
        keys = self._keys("list")
        if view == "keys":
            return keys
        values, made = self.work.values(keys.id, self.place)
        self.above += made
        read = ast.copy_location(ast.Name(values, ast.Load()), arg)
        if view == "values":
            return read
        return ast.copy_location(ast.Call(ast.Name("zip", ast.Load()), [keys, read], []), arg)

    def _keys(self, order: str) -> ast.Name:
        keys, listing = self.work.listed(order, self.place)
        self.above.append(listing)
        return ast.copy_location(ast.Name(keys, ast.Load()), self.place)
