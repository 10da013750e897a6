"""Loops over the items of dicts that are given, whose keys are not known: loops over lists of these.

`for k, v in params.items()` is a loop over `keys = list(params)` and `[params[key] for key in keys]`;
what such a loop writes by the key into a new dict, `new[k] = x`, is appended to a list, of which the
dict is made behind the loop.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable

from codegen.contents import is_name, names, stores
from codegen.dicts import only_by_key
from codegen.scopes import SCOPES
from codegen.trees import Transformer, copied, walk

Fresh = Callable[[str], str]
SIMPLE = (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Return, ast.Expr)
MAYBE = (ast.IfExp, ast.BoolOp, ast.ListComp, ast.DictComp, ast.SetComp, ast.GeneratorExp)


def over_lists(
    body: list[ast.stmt], dicts: frozenset[str], fresh: Fresh, is_builtin: Callable[[str], bool]
) -> list[ast.stmt]:
    """The body with loops over the items of `dicts`, which nothing in it changes, as loops over lists."""
    return _Views(body, dicts, fresh, is_builtin).run()


def keyed(body: list[ast.stmt], parameters: frozenset[str], declared: frozenset[str]) -> frozenset[str]:
    """The arguments that are dicts, by what is declared or read of them, and that stay what they are."""
    parts = [part for statement in body for part in walk(statement)]
    read = {
        part.value.id
        for part in parts
        if isinstance(part, ast.Attribute)
        and part.attr in ("items", "keys", "values")
        and isinstance(part.value, ast.Name)
    }
    for part in parts:
        if isinstance(part, (ast.For, ast.DictComp, ast.ListComp, ast.GeneratorExp)):
            loop = part if isinstance(part, ast.For) else part.generators[0]
            key = loop.target.id if isinstance(loop.target, ast.Name) else ""
            if isinstance(loop.iter, ast.Name):  # what is indexed by what it gives is a dict
                read |= {loop.iter.id} & {_whole_of_item(inner, key) for inner in walk(part)}
    changed = {part.id for part in parts if isinstance(part, ast.Name) and stores(part)}
    for part in parts:
        if isinstance(part, ast.Subscript) and stores(part):
            inner: ast.expr = part
            while isinstance(inner, (ast.Subscript, ast.Attribute)):
                inner = inner.value
            changed.add(getattr(inner, "id", ""))
        method = part.func if isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute) else None
        if method is not None and method.attr in ("pop", "popitem", "update", "clear", "setdefault"):
            changed.add(getattr(method.value, "id", ""))
    return (parameters & (read | declared)) - changed


class _Views:
    """Rewrites a body; what it needs of a dict is bound above the first statement that needs it."""

    def __init__(
        self, body: list[ast.stmt], dicts: frozenset[str], fresh: Fresh, is_builtin: Callable[[str], bool]
    ) -> None:
        self.body, self.dicts, self.fresh, self.is_builtin = body, dicts, fresh, is_builtin
        self.keys: dict[str, str] = {}
        self.values: dict[tuple[str, str], str] = {}
        self.above: list[ast.stmt] = []
        self.used: set[str] = set()
        self.place: ast.stmt = ast.Pass()

    def run(self) -> list[ast.stmt]:
        """The body, with what it needs above where it is needed first."""
        new = self.block(self.body)
        return new if self.used or self.keys else self.body

    def block(self, body: list[ast.stmt], apart: bool = True) -> list[ast.stmt]:
        """A block; `apart` says that what it needs is bound in it, since it may not be computed."""
        out: list[ast.stmt] = []
        for statement in body:
            above = self.above
            self.above, self.place = (list[ast.stmt](), statement) if apart else (above, self.place)
            new = self.statement(copy.copy(statement), out)
            out += [*(self.above if apart else ()), *new]
            self.above = above
        return out

    def statement(self, statement: ast.stmt, before: list[ast.stmt]) -> list[ast.stmt]:
        """What stands in the place of a statement."""
        branch = not isinstance(statement, (ast.For, ast.While, ast.With))
        known = dict(self.keys), dict(self.values)
        for field in ("body", "orelse"):
            inner = getattr(statement, field, None)
            if isinstance(inner, list) and inner and isinstance(inner[0], ast.stmt):
                place = self.place
                setattr(statement, field, self.block(inner, apart=branch))
                self.place = place
                if branch:
                    self.used |= {*self.keys}
                    self.keys, self.values = dict(known[0]), dict(known[1])
        if isinstance(statement, ast.For) and (found := self.dict_of(statement.iter)):
            return self.loop(statement, *found, before)
        comprehensions = _Comprehensions(self, statement)
        for field, value in ast.iter_fields(statement):
            if isinstance(value, ast.expr):
                setattr(statement, field, comprehensions.visit(copied(value)))
        if comprehensions.changed:
            statement.changed = True  # type: ignore[attr-defined]
        return [*comprehensions.before, statement]

    def dict_of(self, over: ast.expr) -> tuple[str, str] | None:
        """The dict whose items something goes over, and which of its views that is."""
        if isinstance(over, ast.Name) and over.id in self.dicts:
            return over.id, "keys"
        view = over.func if isinstance(over, ast.Call) and isinstance(over.func, ast.Attribute) else None
        if view is None or not isinstance(over, ast.Call) or over.args or over.keywords:
            return None
        if view.attr not in ("items", "keys", "values") or not isinstance(view.value, ast.Name):
            return None
        return (view.value.id, view.attr) if view.value.id in self.dicts else None

    def keys_of(self, name: str, place: ast.AST) -> str:
        """The list of a dict's keys."""
        if name not in self.keys:
            self.keys[name] = self.fresh("keys")
            self.bind(self.keys[name], f"list({name})")
        return self.keys[name]

    def values_of(self, name: str, keys: str) -> str:
        """The list of a dict's items, in the order of some keys."""
        if (name, keys) not in self.values:
            self.values[name, keys] = self.fresh(f"{name}_values")
            self.bind(self.values[name, keys], f"[{name}[key] for key in {keys}]")
        return self.values[name, keys]

    def bind(self, name: str, value: str) -> None:
        """Gives a name a value above the statement at hand."""
        (statement,) = ast.parse(f"{name} = {value}").body
        for part in walk(statement):
            if isinstance(part, (ast.expr, ast.stmt)):
                ast.copy_location(part, self.place)
        statement.made = True  # type: ignore[attr-defined]
        self.above.append(statement)

    def turn(
        self, target: ast.expr, word: str, name: str, inside: list[ast.AST]
    ) -> tuple[ast.expr, ast.expr, str] | None:
        """What a loop gives to what: the target, the lists, and the name of the key; None if not known."""
        keys = self.keys_of(name, target)
        key: ast.expr | None = target if word == "keys" else None
        value: ast.expr | None = target if word == "values" else None
        if word == "items":
            if not isinstance(target, (ast.Tuple, ast.List)) or len(target.elts) != 2:
                return None
            key, value = target.elts
        if key is not None and not isinstance(key, ast.Name):
            return None
        word = key.id if isinstance(key, ast.Name) else ""
        pairs: list[tuple[ast.expr, str]] = []
        parts = [part for whole in inside for part in walk(whole)]
        if word and any(is_name(part, word) and stores(part) for part in parts):  # type: ignore[arg-type]
            return None
        read = dict.fromkeys(d for part in parts if (d := self.read_by(part, word)))
        if any(d != name and d not in _read_always(inside, word) for d in read):
            return None  # it may not have such a key
        items = {d: self.fresh(f"{d}_value") for d in read if d != name or value is None}
        if value is not None:
            pairs.append((value, self.values_of(name, keys)))
            if name in read and isinstance(value, ast.Name):
                items[name] = value.id
        pairs += [
            (ast.Name(item, ast.Store()), self.values_of(d, keys))
            for d, item in items.items()
            if not (d == name and value is not None)
        ]
        for whole in inside:
            _Items(word, items).visit(whole)
        if any(is_name(part, word) for whole in inside for part in walk(whole)) or not pairs:
            assert key is not None
            pairs.insert(0, (key, keys))
        lists: list[ast.expr] = [ast.Name(listed, ast.Load()) for _, listed in pairs]
        if len(pairs) == 1:
            return pairs[0][0], lists[0], word
        both = ast.Call(ast.Name("zip", ast.Load()), lists, [])
        return ast.Tuple([part for part, _ in pairs], ast.Store()), both, word

    def read_by(self, part: ast.AST, key: str) -> str:
        """The dict of which something reads the item of a key."""
        whole = _whole_of_item(part, key)
        return whole if whole in self.dicts else ""

    def loop(self, node: ast.For, name: str, word: str, before: list[ast.stmt]) -> list[ast.stmt]:
        """A loop over lists, and the dicts that it fills behind it."""
        old, node.body = node.body, copied(node.body)
        key = node.target.elts[0] if word == "items" and isinstance(node.target, ast.Tuple) else node.target
        filled = self.filled(node, getattr(key, "id", ""), before) if word != "values" else {}
        for new, (made, item) in filled.items():
            made.value = ast.copy_location(ast.List([], ast.Load()), made.value)
            made.targets = [ast.copy_location(ast.Name(new[1], ast.Store()), made)]
            made.changed = True  # type: ignore[attr-defined]
            append = ast.Attribute(ast.Name(new[1], ast.Load()), "append", ast.Load())
            at = node.body.index(item)
            node.body[at] = ast.copy_location(ast.Expr(ast.Call(append, [item.value], [])), item)
            node.body[at].changed = True  # type: ignore[attr-defined]
        found = self.turn(node.target, word, name, [*node.body])
        if found is None or not self.is_builtin("zip"):
            return [node]
        node.target, node.iter, _ = found
        node.changed = True  # type: ignore[attr-defined]
        _mark(node.body, old)
        behind: list[ast.stmt] = []
        for (new_dict, listed), _ in filled.items():
            (made_of,) = ast.parse(f"{new_dict} = dict(zip({self.keys[name]}, {listed}))").body
            made_of.made = True  # type: ignore[attr-defined]
            behind.append(made_of)
        for statement in (node, *behind):
            for part in walk(statement):
                if isinstance(part, (ast.expr, ast.stmt)) and (
                    statement is not node or not hasattr(part, "lineno")
                ):
                    ast.copy_location(part, node)
        return [node, *behind]

    def filled(
        self, node: ast.For, key: str, before: list[ast.stmt]
    ) -> dict[tuple[str, str], tuple[ast.Assign, ast.Assign]]:
        """New dicts into which each turn writes once, by its key: where they are made, and written."""
        found: dict[tuple[str, str], tuple[ast.Assign, ast.Assign]] = {}
        for item in node.body:
            target = item.targets[0] if isinstance(item, ast.Assign) and len(item.targets) == 1 else None
            if not isinstance(item, ast.Assign) or not isinstance(target, ast.Subscript):
                continue
            if not isinstance(target.value, ast.Name) or not is_name(target.slice, key):
                continue
            new = target.value.id
            made = next((s for s in reversed(before) if names(s, new)), None)
            empty = isinstance(made, ast.Assign) and len(made.targets) == 1 and is_name(made.targets[0], new)
            times = sum(is_name(part, new) for part in walk(node))
            jumps = any(isinstance(p, (ast.Break, ast.Continue, ast.Return)) for p in walk(node))
            if not isinstance(made, ast.Assign) or not empty or times != 1 or jumps or node.orelse:
                continue
            if isinstance(made.value, ast.Dict) and not made.value.keys and not self.is_asked_for(new):
                found[new, self.fresh(f"{new}_values")] = (made, item)
        return found

    def is_asked_for(self, name: str) -> bool:
        """Whether nothing is asked of a dict but items, some by keys that are written in the source."""
        parts = [part for statement in self.body for part in walk(statement)]
        items = [part for part in parts if isinstance(part, ast.Subscript) and is_name(part.value, name)]
        named = any(isinstance(part.slice, ast.Constant) and not stores(part) for part in items)
        return named and name in only_by_key(self.body, frozenset(), self.is_builtin)


def _whole_of_item(part: ast.AST, key: str) -> str:
    """The name of which something reads the item that another name is the key of."""
    read = isinstance(part, ast.Subscript) and is_name(part.slice, key) and not stores(part)
    whole = part.value if isinstance(part, ast.Subscript) and read and key else None
    return whole.id if isinstance(whole, ast.Name) else ""


def _read_always(body: list[ast.AST], key: str) -> set[str]:
    """The names of which the item of a key is read in any case."""
    found: set[str] = set()
    for statement in body:
        parts = list(walk(statement))
        maybe = {id(inner) for part in parts if isinstance(part, (*MAYBE, *SCOPES)) for inner in walk(part)}
        heads = {id(part) for part in parts}
        if isinstance(statement, (ast.If, ast.While)):
            heads = {id(part) for part in walk(statement.test)}
        elif not isinstance(statement, (*SIMPLE, ast.expr)):
            heads = set()
        found |= {_whole_of_item(part, key) for part in parts if id(part) in heads - maybe}
        if any(isinstance(part, (ast.Break, ast.Continue, ast.Return)) for part in parts):
            break
    return found


class _Items(Transformer):
    """Names in the place of the items of a key."""

    def __init__(self, key: str, items: dict[str, str]) -> None:
        self.key, self.items = key, items

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        """An item, if it is that of the key."""
        whole = node.value.id if isinstance(node.value, ast.Name) else ""
        if self.key and whole in self.items and is_name(node.slice, self.key) and not stores(node):
            return ast.copy_location(ast.Name(self.items[whole], ast.Load()), node)
        self.generic_visit(node)
        return node


class _Comprehensions(Transformer):
    """Comprehensions over the items of dicts as comprehensions over lists."""

    def __init__(self, work: _Views, statement: ast.stmt) -> None:
        self.work, self.changed = work, False
        self.first = isinstance(statement, SIMPLE)  # it is always computed, and once
        self.before: list[ast.stmt] = []

    def visit(self, node: ast.AST) -> ast.AST:
        """One expression."""
        if isinstance(node, (ast.ListComp, ast.GeneratorExp)) and len(node.generators) == 1:
            self._over(node, [node.elt])
        if isinstance(node, ast.DictComp) and len(node.generators) == 1 and self.first:
            return self._dict(node)
        if isinstance(node, ast.Lambda):
            return node
        if isinstance(node, ast.Call) and self._is_list_of_values(node):
            self.changed = True
            name = node.args[0].func.value.id  # type: ignore[attr-defined]
            made = f"[{name}[key] for key in {self.work.keys_of(name, node)}]"
            return _placed(ast.parse(made, mode="eval").body, node, everywhere=True)
        before = self.first
        self.first = before and not isinstance(node, MAYBE)
        new = self.generic_visit(node)
        self.first = before
        return new

    def _is_list_of_values(self, node: ast.Call) -> bool:
        """Whether a call is `list(d.values())`."""
        if not is_name(node.func, "list") or len(node.args) != 1 or node.keywords:
            return False
        found = self.work.dict_of(node.args[0])
        return found is not None and found[1] == "values" and self.work.is_builtin("list")

    def _over(self, node: ast.ListComp | ast.GeneratorExp, inside: list[ast.expr]) -> bool:
        (generator,) = node.generators
        found = self.work.dict_of(generator.iter)
        if found is None or not self.work.is_builtin("zip"):
            return False
        name, word = found
        holder = ast.Tuple([*inside, *generator.ifs], ast.Load())
        turn = self.work.turn(generator.target, word, name, [holder])
        if turn is None:
            return False
        node.elt, generator.ifs = holder.elts[0], holder.elts[1:]
        target, over, _ = turn
        generator.target, generator.iter = _placed(target, node), _placed(over, node)
        self.changed = True
        return True

    def _dict(self, node: ast.DictComp) -> ast.AST:
        """`{k: f(v) for k, v in d.items()}`: a dict of the keys and a list."""
        (generator,) = node.generators
        found = self.work.dict_of(generator.iter)
        key = generator.target
        if isinstance(key, ast.Tuple) and key.elts:
            key = key.elts[0]
        of_key = isinstance(key, ast.Name) and is_name(node.key, key.id)
        if found is None or found[1] == "values" or generator.ifs or not of_key:
            return node
        name = self.work.fresh("items")
        append = ast.Attribute(ast.Name(name, ast.Load()), "append", ast.Load())
        inner = ast.Expr(ast.Call(append, [node.value], []))
        loop = ast.For(generator.target, generator.iter, [inner], [])
        start = ast.Assign([ast.Name(name, ast.Store())], ast.List([], ast.Load()))
        for statement in (start, loop):
            for part in walk(statement):
                if isinstance(part, (ast.expr, ast.stmt)) and not hasattr(part, "lineno"):
                    ast.copy_location(part, node)
                part.made = True  # type: ignore[attr-defined]
        self.before += [start, *self.work.loop(loop, *found, [])]
        self.changed = True
        made = ast.parse(f"dict(zip({self.work.keys[found[0]]}, {name}))", mode="eval").body
        return _placed(made, node, everywhere=True)


def _mark(new: list[ast.stmt], old: list[ast.stmt]) -> None:
    """Says of statements that are not what the source has any more that they are changed."""
    for mine, theirs in zip(new, old):
        if ast.dump(mine) != ast.dump(theirs):
            mine.changed = True  # type: ignore[attr-defined]
        for field in ("body", "orelse"):
            if isinstance(getattr(mine, field, None), list):
                _mark(getattr(mine, field), getattr(theirs, field))


def _placed(new: ast.expr, place: ast.AST, everywhere: bool = False) -> ast.expr:
    for part in walk(new):
        if isinstance(part, ast.expr) and (everywhere or not hasattr(part, "lineno")):
            ast.copy_location(part, place)
    return new
