"""Dicts that are given and written into, `params[k] -= lr * grads[k]`: lists whose places have names.

Nothing is asked then but of items by their keys, and which keys there are: `for k, p in params.items()` is
a loop over `keys = list(params)`, in which p is `params[k]`.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator

from codegen.contents import is_name, stores
from codegen.dicts import asked_with_default, is_in, item_or_default
from codegen.scopes import CLOSED, COMPREHENSIONS, arguments
from codegen.terms import Keys
from codegen.trees import Transformer, copied, walk

Fresh = Callable[[str], str]
VIEWS = ("items", "keys", "values")
ORDERING = ("max", "min", "sorted")


def by_item(
    body: list[ast.stmt], parameters: frozenset[str], declared: frozenset[str], fresh: Fresh
) -> tuple[list[ast.stmt], dict[str, int]]:
    """The body with loops over the keys of dicts that are written into, and how deep these dicts are.

    A dict that is read beside one of them, by keys that are not written in the source, is such a dict too.
    """
    parts = [part for statement in body for part in walk(statement)]
    gets = {_whole(p.value) for p in parts if isinstance(p, ast.Attribute) and p.attr == "get"}
    known = _dicts(parts) | declared | gets
    able = parameters & (known | _read_by_keys(parts))
    able = able - _otherwise_used(parts) if able else able
    changed = {name for part in parts if (name := _changed(part))} & known & able
    asked = ((_asked_by_names(parts) & (declared | gets)) | (_asked_for_keys(parts) & known)) & able
    beside = able & (_read_by_keys(parts) | (known & _gone_over(parts) if asked else set()))
    depths = {name: _depths(parts, name) for name in changed | asked | beside}
    if not (changed or asked) or any(len(found) > 1 for found in depths.values()):
        return body, {}
    made = _Items(frozenset(depths))
    body = [made.visit(statement) for statement in body]  # type: ignore[misc]
    return _Loops(body, frozenset(depths), fresh).run(), {name: max(found) for name, found in depths.items()}


def _depths(parts: list[ast.AST], name: str) -> set[int]:
    """How many keys it takes to what a dict holds, where it is read: of dicts in it more than one."""
    loops = [part for part in parts if isinstance(part, ast.For)]
    wholes = [over[0] for over in map(_dict_of, loops) if over is not None]
    keys = {_key_of(loop) for loop in loops} - {""}
    inner = {id(part.value) for part in parts if isinstance(part, ast.Subscript)} | set(map(id, wholes))
    least = max((len(_indices(whole)) + 1 for whole in wholes if _whole(whole) == name), default=1)
    found = set()
    for part in parts:
        if isinstance(part, ast.Subscript) and id(part) not in inner and _whole(part) == name:
            by_key = [_is_text(i) or (isinstance(i, ast.Name) and i.id in keys) for i in _indices(part)[1:]]
            found.add(max(least, 1 + next((k for k, yes in enumerate(by_key) if not yes), len(by_key))))
    return found or {least}


def _indices(node: ast.AST) -> list[ast.expr]:
    """The keys by which something is taken from a name, the first one first."""
    return [*_indices(node.value), node.slice] if isinstance(node, ast.Subscript) else []


def _dicts(parts: list[ast.AST]) -> set[str]:
    """The names that are dicts by how their items are read."""
    found = set()
    for part in parts:
        if isinstance(part, ast.Subscript) and isinstance(part.value, ast.Name):
            found |= {part.value.id} if _is_text(part.slice) else set()
        elif isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name) and part.attr in VIEWS:
            found.add(part.value.id)
        elif isinstance(part, ast.For) and isinstance(part.iter, ast.Name):
            found |= {part.iter.id} if _is_indexed_by(part, part.iter) else set()
    return found


def _read_by_keys(parts: list[ast.AST]) -> set[str]:
    """The names of which an item is read by the key that a loop over a dict gives."""
    found = set()
    for loop in (part for part in parts if isinstance(part, ast.For)):
        key = _key_of(loop)
        for part in (part for part in walk(loop) if isinstance(part, ast.Subscript) and key):
            if isinstance(part.value, ast.Name) and is_name(part.slice, key):
                found.add(part.value.id)
    return found


def _gone_over(parts: list[ast.AST]) -> set[str]:
    """The names of dicts whose keys a loop gives."""
    loops = ((part, _dict_of(part)) for part in parts if isinstance(part, ast.For))
    return {_whole(over[0]) for loop, over in loops if over is not None and _key_of(loop)}


def _key_of(loop: ast.For) -> str:
    """The name that a loop over a dict gives its keys, if it gives them one."""
    found, target = _dict_of(loop), loop.target
    if found is None or found[1] == "values":
        return ""
    if found[1] == "items" and isinstance(target, ast.Tuple) and len(target.elts) == 2:
        target = target.elts[0]
    return target.id if isinstance(target, ast.Name) else ""


def _dict_of(loop: ast.For) -> tuple[ast.expr, str] | None:
    """The dict that a loop goes over, a name or an item of one, and which of its views that is."""
    over = loop.iter
    view = over.func if isinstance(over, ast.Call) and not (over.args or over.keywords) else None
    if isinstance(view, ast.Attribute) and view.attr in VIEWS and _whole(view.value):
        return view.value, view.attr
    return (over, "keys") if _whole(over) and _is_indexed_by(loop, over) else None


def _is_indexed_by(loop: ast.For, over: ast.expr) -> bool:
    """Whether a loop reads, or writes, the items of what it goes over by what this gives."""
    key = loop.target.id if isinstance(loop.target, ast.Name) else ""
    items = (part for part in walk(loop) if isinstance(part, ast.Subscript) and is_name(part.slice, key))
    return any(ast.dump(_read(part.value)) == ast.dump(_read(over)) for part in items)


def _otherwise_used(parts: list[ast.AST]) -> set[str]:
    """The names that stand for anything but an item, or something to go over or to give back."""
    fine: set[int] = set()
    for part in parts:
        if isinstance(part, ast.Subscript) and not isinstance(part.ctx, ast.Del):
            if not isinstance(part.slice, (ast.Slice, ast.Tuple)):
                fine.add(id(part.value))
        elif isinstance(part, ast.Compare) and is_in(part):
            fine.add(id(part.comparators[-1]))
        elif (whole := asked_with_default(part)) is not None:
            fine.add(id(whole))
        elif isinstance(part, ast.Return):
            fine |= {id(one) for one in getattr(part.value, "elts", [part.value])}
        elif isinstance(part, ast.For) and (found := _dict_of(part)) and _has_names(part, found[1]):
            fine.add(id(found[0]))
    inside = [inner for part in parts if isinstance(part, CLOSED) for inner in walk(part)]
    comprehensions = [part for part in parts if isinstance(part, COMPREHENSIONS)]
    inside += [inner for c in comprehensions for loop in c.generators for inner in walk(loop.iter)]
    fine -= {id(part) for part in inside}
    fine |= {id(name) for part in parts for name in _ordered_by_items(part)}
    return {
        part.id for part in parts if isinstance(part, ast.Name) and (id(part) not in fine or stores(part))
    }


def _ordered_by_items(part: ast.AST) -> list[ast.Name]:
    """The names for a dict in `max(d, key=d.get)` and `sorted(d, key=lambda k: d[k])`, first all of it."""
    if not isinstance(part, ast.Call) or getattr(part.func, "id", "") not in ORDERING or len(part.args) != 1:
        return []
    whole, keys = part.args[0], [k.value for k in part.keywords if k.arg == "key"]
    if not isinstance(whole, ast.Name) or not keys:
        return []
    inner: list[ast.expr] = []
    if isinstance(keys[0], ast.Attribute) and keys[0].attr in ("get", "__getitem__"):
        inner = [keys[0].value]
    elif isinstance(keys[0], ast.Lambda):
        inner = [n.value for n in walk(keys[0].body) if isinstance(n, ast.Subscript)]
    own = isinstance(keys[0], ast.Lambda) and whole.id in {arg.arg for arg in arguments(keys[0])}
    mine = [name for name in inner if isinstance(name, ast.Name) and name.id == whole.id]
    return [whole, *mine] if mine and not own else []


def _has_names(loop: ast.For, word: str) -> bool:
    """Whether a loop over a dict gives its keys a name, if it gives them."""
    return word == "values" or bool(_key_of(loop))


def _changed(part: ast.AST) -> str:
    """The name of which something writes into an item, or into what is in one."""
    return _whole(part) if isinstance(part, ast.Subscript) and stores(part) else ""


def _asked_for_keys(parts: list[ast.AST]) -> set[str]:
    """The names of which it is asked whether they have a key: `key in d`, `d.get(key, 0.0)`."""
    found = {name.id for part in parts if (name := asked_with_default(part)) is not None}
    tests = (part for part in parts if isinstance(part, ast.Compare) and is_in(part))
    return found | {_whole(test.comparators[-1]) for test in tests}


def _asked_by_names(parts: list[ast.AST]) -> set[str]:
    """The names of which an item is read by a key that has a name, `d[word]`, which no dict gives."""
    keys = {_key_of(part) for part in parts if isinstance(part, ast.For)}
    items = (part for part in parts if isinstance(part, ast.Subscript) and not stores(part))
    named = (item for item in items if isinstance(item.slice, ast.Name) and item.slice.id not in keys)
    return {item.value.id for item in named if isinstance(item.value, ast.Name)}


def _whole(node: ast.AST) -> str:
    """The name that something is, or is an item of."""
    while isinstance(node, ast.Subscript):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _read(node: ast.expr) -> ast.expr:
    """The same as something that is read."""
    new = copied(node)
    for part in walk(new):
        if isinstance(part, (ast.Name, ast.Subscript)):
            part.ctx = ast.Load()
    return new


class _Items(Transformer):
    """Asks dicts for items where a default is given."""

    def __init__(self, dicts: frozenset[str]) -> None:
        self.dicts = dicts

    def visit(self, node: ast.AST) -> ast.AST:
        """A node, or what stands in its place; keys that are put in order are asked for as such."""
        if (ordered := _ordered_by_items(node)) and ordered[0].id in self.dicts:
            assert isinstance(node, ast.Call)
            node.args = [ast.copy_location(Keys(ast.Name("list", ast.Load()), [ordered[0]], []), ordered[0])]
            ast.copy_location(node.args[0].func, ordered[0])  # type: ignore[attr-defined]
            return node
        whole = asked_with_default(node)
        return item_or_default(node, whole) if whole and whole.id in self.dicts else self.generic_visit(node)


class _Loops:
    """Rewrites a body; the keys of a dict to which none are added are listed once, above all loops."""

    def __init__(self, body: list[ast.stmt], dicts: frozenset[str], fresh: Fresh) -> None:
        self.body, self.dicts, self.fresh = body, dicts, fresh
        self.kept = dicts - set(self.growing())
        self.keys: dict[str, str] = {}
        self.above: list[ast.stmt] = []

    def growing(self) -> Iterator[str]:
        """The dicts to which a key may be added."""
        loops = [part for s in self.body for part in walk(s) if isinstance(part, ast.For)]
        own: set[int] = set()
        for loop in loops:
            found, key = _dict_of(loop), _key_of(loop)
            bound = [part for part in walk(loop) if is_name(part, key) and stores(part)]  # type: ignore[arg-type]
            if found is not None and len(bound) == 1:
                items = (part for s in loop.body for part in walk(s) if isinstance(part, ast.Subscript))
                mine = (item for item in items if ast.dump(_read(item.value)) == ast.dump(_read(found[0])))
                own |= {id(item) for item in mine if is_name(item.slice, key)}
        parts = [part for s in self.body for part in walk(s)]
        own |= {id(part.target) for part in parts if isinstance(part, ast.AugAssign)}
        for part in parts:
            written = isinstance(part, ast.Subscript) and stores(part) and id(part) not in own
            if written and isinstance(part.value, ast.Name):  # type: ignore[attr-defined]
                yield part.value.id  # type: ignore[attr-defined]

    def run(self) -> list[ast.stmt]:
        """The body, with the keys listed above where they are needed first."""
        out: list[ast.stmt] = []
        for statement in self.body:
            new = self.statement(statement)
            out += [*self.above, *new]
            self.above = []
        return out

    def statement(self, statement: ast.stmt) -> list[ast.stmt]:
        """What stands in the place of a statement."""
        new = copy.copy(statement)
        for field in ("body", "orelse"):
            inner = getattr(new, field, None)
            if isinstance(inner, list) and inner and isinstance(inner[0], ast.stmt):
                setattr(new, field, [made for s in inner for made in self.statement(s)])
        found = _dict_of(new) if isinstance(new, ast.For) else None
        if not isinstance(new, ast.For) or found is None or _whole(found[0]) not in self.dicts:
            return [new]
        return self.loop(new, *found)

    def loop(self, node: ast.For, whole: ast.expr, word: str) -> list[ast.stmt]:
        """A loop over the keys of a dict, in which its items are read by these."""
        before: list[ast.stmt] = []
        if isinstance(whole, ast.Name) and whole.id in self.kept:
            if whole.id not in self.keys:
                self.keys[whole.id] = self.fresh("keys")
                self.above.append(_listed(self.keys[whole.id], whole, node))
            listed = self.keys[whole.id]
        else:
            listed = self.fresh("keys")
            before.append(_listed(listed, whole, node))
        key, value = node.target, node.target
        if word == "items" and isinstance(node.target, ast.Tuple):
            key, value = node.target.elts
        elif word == "values":
            key = ast.copy_location(ast.Name(self.fresh("key"), ast.Store()), node.target)
        if word in ("items", "values") and isinstance(key, ast.Name):
            item = ast.Subscript(copied(whole), ast.Name(key.id, ast.Load()), ast.Load())
            node.body = [_made(ast.Assign([value], item), node), *node.body]
        node.target, node.iter = key, ast.copy_location(ast.Name(listed, ast.Load()), node.iter)
        node.changed = True  # type: ignore[attr-defined]
        return [*before, node]


def _listed(name: str, whole: ast.expr, place: ast.stmt) -> ast.stmt:
    """The statement that lists the keys of a dict."""
    keys = Keys(ast.Name("list", ast.Load()), [copied(whole)], [])
    return _made(ast.Assign([ast.Name(name, ast.Store())], keys), place)


def _made(statement: ast.stmt, place: ast.stmt) -> ast.stmt:
    """A statement that the source does not have, in the place of one."""
    for part in walk(statement):
        if isinstance(part, (ast.expr, ast.stmt)) and not hasattr(part, "lineno"):
            ast.copy_location(part, place)
    statement.made = True  # type: ignore[attr-defined]
    return statement
