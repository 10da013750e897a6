"""Dicts and lists that are made in a function and written into at known places, as names of their own.

`d = {"a": x}`, `d["a"] += y` are `d_a = x`, `d_a += y`, and `return d` is `return {"a": d_a}`: what has
a name for each of its items needs none for itself. That holds as long as nothing else can be the same
dict, and it is known at each place which items there are.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from codegen.contents import Cannot, Functions, Reads, State, constant, is_name, is_view, met, names, stores
from codegen.trees import copied, walk

Fresh = Callable[[str], str]
Unroll = Callable[[list[ast.stmt], ast.For], list[ast.stmt]]
RESIZING = ("append", "extend", "insert", "pop")
CHANGING = (*RESIZING, "update")
MOST = 32


def loosened(
    body: list[ast.stmt], parameters: frozenset[str], fresh: Fresh, functions: Functions, unroll: Unroll
) -> list[ast.stmt]:
    """The body with names for the items of dicts and lists that are written into."""
    left: set[str] = set(parameters)
    while (name := next((n for n in _written(body, functions) if n not in left), None)) is not None:
        left.add(name)
        try:
            body = _Cells(name, fresh, functions, unroll).run(copied(body))
        except Cannot:
            continue
    return body


def _written(body: list[ast.stmt], functions: Functions) -> Iterator[str]:
    """The names that are only given displays, and into which something is written."""
    parts = [part for statement in body for part in walk(statement)]
    given: dict[str, list[ast.expr]] = {}
    for part in parts:
        target, value = _given(part)
        if value is not None:
            given.setdefault(target, []).append(value)
    for name, values in given.items():
        displays = [_display(_with_its_items(value, name, functions), functions, name) for value in values]
        forms = {type(display) for display in displays}
        if len(forms) != 1 or None in displays:
            continue
        given_to = [p for p in parts if isinstance(p, ast.Name) and p.id == name and stores(p)]
        adds = [p for p in parts if isinstance(p, ast.AugAssign) and is_name(p.target, name)]
        known = len(given_to) == len(values) + len(adds)
        of_dict = forms == {ast.Dict}
        changed = adds or any(_changes(part, name, of_dict) for part in parts)
        spread = any(isinstance(display, ast.Dict) and None in display.keys for display in displays)
        if known and (changed or spread or (of_dict and any(_takes_view(part, name) for part in parts))):
            yield name


def _given(node: ast.AST) -> tuple[str, ast.expr | None]:
    """The one name that a statement gives a value, and that."""
    targets = node.targets if isinstance(node, ast.Assign) else []
    if isinstance(node, ast.AnnAssign):
        targets = [node.target]
    value = node.value if isinstance(node, (ast.Assign, ast.AnnAssign)) else None
    return (targets[0].id, value) if len(targets) == 1 and isinstance(targets[0], ast.Name) else ("", None)


def _with_its_items(node: ast.expr, name: str, functions: Functions) -> ast.expr:
    """`d | {"b": x}` and `dict(d, b=x)` as `{**d, "b": x}`."""
    more: ast.Dict | None = None
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr) and is_name(node.left, name):
        more = node.right if isinstance(node.right, ast.Dict) else None
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "dict":
        of_it = functions.builtin("dict") and len(node.args) == 1 and is_name(node.args[0], name)
        if of_it and all(k.arg for k in node.keywords):
            more = ast.Dict([ast.Constant(k.arg) for k in node.keywords], [k.value for k in node.keywords])
    if more is None:
        return node
    new = ast.Dict([None, *more.keys], [ast.copy_location(ast.Name(name, ast.Load()), node), *more.values])
    for part in walk(new):
        if isinstance(part, ast.expr) and not hasattr(part, "lineno"):
            ast.copy_location(part, node)
    return ast.copy_location(new, node)


def _display(node: ast.expr, functions: Functions, name: str = "") -> ast.Dict | ast.List | None:
    """The dict, or the list, that an expression spells out item by item; with those of `name`."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and not node.args:
        if node.func.id == "dict" and functions.builtin("dict") and all(k.arg for k in node.keywords):
            return ast.Dict([ast.Constant(k.arg) for k in node.keywords], [k.value for k in node.keywords])
        if node.func.id == "list" and functions.builtin("list") and not node.keywords:
            return ast.List([], ast.Load())
    if isinstance(node, ast.Dict):
        keys = [key.value for key in node.keys if isinstance(key, ast.Constant)]
        own = [v for k, v in zip(node.keys, node.values) if k is None and is_name(v, name)]
        return node if len(keys) + len(own) == len(node.keys) and len({*keys}) == len(keys) else None
    listed = isinstance(node, ast.List) and not any(isinstance(item, ast.Starred) for item in node.elts)
    return node if listed and isinstance(node, ast.List) else None


def _takes_view(part: ast.AST, name: str) -> bool:
    """Whether a call is given the values of a dict, or its items."""
    args = part.args if isinstance(part, ast.Call) else []
    return any(is_view(arg, name) for arg in args)


def _changes(part: ast.AST, name: str, of_dict: bool) -> bool:
    """Whether something writes into a dict or a list, other than by what a list grows by."""
    if isinstance(part, ast.Subscript) and is_name(part.value, name):
        return stores(part)
    if isinstance(part, ast.Subscript) and stores(part):
        inner: ast.expr = part
        while isinstance(inner, ast.Subscript):
            inner = inner.value
        return is_name(inner, name)
    method = part.func if isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute) else None
    if method is not None and isinstance(method.value, ast.Subscript) and is_name(method.value.value, name):
        return method.attr in RESIZING
    words = CHANGING if of_dict else ("insert", "pop")
    return method is not None and method.attr in words and is_name(method.value, name)


def _goes_over(over: ast.expr, name: str) -> bool:
    """Whether a loop takes the items of a list one by one, as they are then."""
    if isinstance(over, ast.Call) and isinstance(over.func, ast.Name):
        taken = over.func.id in ("enumerate", "zip", "reversed", "iter", "map", "filter")
        return taken and any(_goes_over(arg, name) for arg in over.args)
    return is_name(over, name)


class _Cells:
    """Goes through a body with what is known of one dict, or list."""

    def __init__(self, name: str, fresh: Fresh, functions: Functions, unroll: Unroll) -> None:
        self.name, self.fresh, self.functions, self.unroll = name, fresh, functions, unroll
        self.known: dict[object, str] = {}
        self.of_dict = True
        self.jumps: list[State | None] = []

    def run(self, body: list[ast.stmt]) -> list[ast.stmt]:
        """The body without the name."""
        self.body = body
        new, _ = self.block(body, None)
        return new

    def block(self, body: list[ast.stmt], state: State | None) -> tuple[list[ast.stmt], State | None]:
        """A block, and what is known at its end."""
        out: list[ast.stmt] = []
        for statement in body:
            new, state = self.statement(statement, state)
            out += new
        if body and all(getattr(s, "gone", False) for s in out):
            nothing = ast.copy_location(ast.Pass(), body[0])
            nothing.changed = nothing.gone = True  # type: ignore[attr-defined]
            out = [nothing]
        return out, state

    def statement(self, node: ast.stmt, state: State | None) -> tuple[list[ast.stmt], State | None]:
        """What stands in the place of a statement, and what is known behind it."""
        if any(isinstance(part, (ast.Break, ast.Continue)) for part in walk(node)):
            self.jumps.append(state)
        if not names(node, self.name):
            return [node], state
        if isinstance(node, ast.For):
            return self.loop(node, state)
        if isinstance(node, ast.While):
            return self.turns(node, state)
        if isinstance(node, ast.If):
            node.test, node.changed = self.read(node.test, state), True  # type: ignore[attr-defined]
            node.body, first = self.block(node.body, state)
            node.orelse, second = self.block(node.orelse, state)
            if _leaves(node.body) or _leaves(node.orelse):
                return [node], second if _leaves(node.body) else first
            return [node], met(first, second)
        if isinstance(node, ast.With):
            if any(is_name(part, self.name) for item in node.items for part in walk(item)):
                raise Cannot
            node.body, state = self.block(node.body, state)
            return [node], state
        if isinstance(node, ast.Return):
            if node.value is not None:
                node.value = self.returned(node.value, state)
            node.changed = True  # type: ignore[attr-defined]
            return [node], state
        if is_name(getattr(node, "target", None), self.name) and isinstance(node, ast.AnnAssign):
            return self.made(node, node.value, state)
        if isinstance(node, ast.Assign):
            return self.assigned(node, state)
        if isinstance(node, ast.AugAssign):
            return self.augmented(node, state)
        if isinstance(node, ast.Expr):
            return self.called(node, state)
        if isinstance(node, ast.Assert):
            node.test, node.changed = self.read(node.test, state), True  # type: ignore[attr-defined]
            node.msg = None if node.msg is None else self.read(node.msg, state)
            return [node], state
        raise Cannot

    # Blocks.

    def loop(self, node: ast.For, state: State | None) -> tuple[list[ast.stmt], State | None]:
        """A loop; one that goes over what is known has its turns written out."""
        over = node.iter
        if names(node.target, self.name):
            raise Cannot
        view = over.func if isinstance(over, ast.Call) and isinstance(over.func, ast.Attribute) else None
        if view is not None and is_name(view.value, self.name) and isinstance(over, ast.Call) and over.args:
            raise Cannot
        word = view.attr if view is not None and is_name(view.value, self.name) else ""
        if not (word or is_name(over, self.name)) or not self.of_dict:
            changed = any(_changes(part, self.name, True) for s in node.body for part in walk(s))
            if not self.of_dict and changed and _goes_over(over, self.name):
                raise Cannot  # a turn may find what one before has put there
            if names(over, self.name):
                node.iter, node.changed = self.gone_over(over, state), True  # type: ignore[attr-defined]
            return self.turns(node, state)
        if state is None or not state.whole or not state.cells or len(state.cells) > MOST:
            raise Cannot
        node = self.by_keys(node, word, state)
        written = self.unroll(self.body, node)
        if written and written[0] is node:
            raise Cannot
        return self.block(written, state)

    def by_keys(self, node: ast.For, word: str, state: State) -> ast.For:
        """A loop over a dict as one over its keys, in which items are read."""
        target, keys = node.target, [_written_key(key) for key, _ in state.cells]
        key, items = target, list[ast.expr]()
        if word == "items" and isinstance(target, ast.Tuple) and len(target.elts) == 2:
            key, value = target.elts
        elif word == "values":
            key, value = ast.Name(self.fresh("key"), ast.Store()), target
        elif word in ("", "keys"):
            value = None
        else:
            raise Cannot
        if not isinstance(key, ast.Name):
            raise Cannot
        changed = any(_changes(part, self.name, True) for s in node.body for part in walk(s))
        whole = ast.Name(self.name, ast.Load())
        if value is None:
            node.target, items = key, [*keys]
        elif not changed:
            node.target = ast.Tuple([key, value], ast.Store())
            items = [ast.Tuple([k, ast.Subscript(whole, k, ast.Load())], ast.Load()) for k in keys]
        else:
            item = ast.Subscript(whole, ast.Name(key.id, ast.Load()), ast.Load())
            first = ast.Assign([value], item)
            first.made = True  # type: ignore[attr-defined]
            node.target, items, node.body = key, [*keys], [first, *node.body]
        node.iter = ast.Tuple(items, ast.Load())
        for part in walk(node):
            if isinstance(part, (ast.expr, ast.stmt)) and not hasattr(part, "lineno"):
                ast.copy_location(part, node)
        return node

    def gone_over(self, over: ast.expr, state: State | None) -> ast.expr:
        """What a loop goes over, the items of a list as they are above it."""
        reads = Reads(self.name, self.of_dict, state, self.functions)
        return reads.whole(over) if not self.of_dict else reads.read(over)

    def turns(self, node: ast.For | ast.While, state: State | None) -> tuple[list[ast.stmt], State | None]:
        """A loop whose turns are not told apart: each finds what any of those before may have left."""
        whole, jumps, entry = node, self.jumps, state
        for _ in range(MOST):
            node, self.jumps = copy.copy(whole), []
            if isinstance(node, ast.While):
                node.test, node.changed = self.read(copied(node.test), entry), True  # type: ignore[attr-defined]
            node.body, after = self.block(copied(whole.body), entry)
            ends, before = [after, *self.jumps], entry
            for end in ends:
                entry = self.behind(entry, end)
            if entry == before:
                break
        self.jumps = jumps
        node.orelse, entry = self.block(node.orelse, entry)
        return [node], entry

    def behind(self, before: State | None, after: State | None) -> State | None:
        """What is known where a turn begins or the loop ends, after a turn, or none."""
        if before is None or after is None:
            return None
        if after.cells[: len(before.cells)] != before.cells or (not self.of_dict and after != before):
            raise Cannot
        more = frozenset(key for key, _ in after.cells[len(before.cells) :])
        perhaps = before.perhaps | after.perhaps | more
        return State(before.cells, perhaps, before.ordered and after.ordered and not perhaps)

    # Statements.

    def assigned(self, node: ast.Assign, state: State | None) -> tuple[list[ast.stmt], State | None]:
        """An assignment: of the dict, of an item, or of something that reads them."""
        target = node.targets[0]
        if len(node.targets) == 1 and is_name(target, self.name):
            return self.made(node, node.value, state)
        taken = self.taken_out(node.value, state)
        if taken is not None:
            node.value, state = taken
        elif (
            is_name(node.value, self.name) and isinstance(target, (ast.Tuple, ast.List)) and not self.of_dict
        ):
            node.value = self.returned(node.value, state)  # it is taken apart
        else:
            node.value = self.read(node.value, state)
        for place, part in enumerate(node.targets):
            node.targets[place], state = self.target(part, state)
        node.changed = True  # type: ignore[attr-defined]
        return [node], state

    def made(
        self, node: ast.stmt, value: ast.expr | None, before: State | None
    ) -> tuple[list[ast.stmt], State]:
        """The display that a name is given, item by item; at once, if it is made of those before."""
        given = None if value is None else _with_its_items(value, self.name, self.functions)
        display = None if given is None else _display(given, self.functions, self.name)
        again = display is not None and names(display, self.name)
        if again and display is not None:
            read = self.read(display, before)
            display = _display(read, self.functions)
        if display is None:
            raise Cannot
        self.of_dict = isinstance(display, ast.Dict)
        state, pairs = State(()), list[tuple[str, ast.expr]]()
        items = display.values if isinstance(display, ast.Dict) else display.elts
        keys: list[object] = [None] * len(items)
        if isinstance(display, ast.Dict):
            keys = [constant(key) for key in display.keys if key]
        for key, item in zip(keys, items):
            name, state = self.added(key, state)
            pairs.append((name, item))
        pairs = [(name, item) for name, item in pairs if not is_name(item, name)]
        if again and len(pairs) > 1:
            return _in_row([_set_together(pairs, node)], node), state
        return _in_row([_set(name, item, node) for name, item in pairs], node), state

    def added(self, key: object, state: State | None, at: int | None = None) -> tuple[str, State]:
        """The name of an item that is put in; of a list at its end, or at a place."""
        if state is None:
            raise Cannot
        if not self.of_dict:
            used = {name for _, name in state.cells}
            number = next(i for i in range(len(used) + 1) if self.known.get(i, "") not in used)
            name = self.known.setdefault(number, "") or self.named(number)
            place = len(state.cells) if at is None else at
            new = [*state.cells[:place], (None, name), *state.cells[place:]]
            return name, replace(state, cells=tuple(new))
        name = self.known.setdefault(key, "") or self.named(key)
        if key in state.names:
            return name, state
        perhaps = state.perhaps - {key}
        return name, replace(
            state, cells=(*state.cells, (key, name)), perhaps=perhaps, ordered=state.ordered and not perhaps
        )

    def named(self, key: object) -> str:
        """The name of an item, as `d_a` is of `d["a"]`."""
        word = f"{self.name}_{key}"
        self.known[key] = self.fresh(word if word.isidentifier() else f"{self.name}_{len(self.known)}")
        return self.known[key]

    def target(self, node: ast.expr, state: State | None) -> tuple[ast.expr, State | None]:
        """What is given a value, an item by its name."""
        if isinstance(node, (ast.Tuple, ast.List)):
            for place, part in enumerate(node.elts):
                node.elts[place], state = self.target(part, state)
            return node, state
        if isinstance(node, ast.Subscript) and is_name(node.value, self.name) and self.of_dict:
            name, state = self.added(constant(node.slice), state)
            return ast.copy_location(ast.Name(name, ast.Store()), node), state
        return self.read(node, state), state

    def augmented(self, node: ast.AugAssign, state: State | None) -> tuple[list[ast.stmt], State | None]:
        """`d["a"] += x`, or `xs += [x]`."""
        if is_name(node.target, self.name):
            if self.of_dict or not isinstance(node.op, ast.Add) or not isinstance(node.value, ast.List):
                raise Cannot
            return self.grown(node.value.elts, node, state)
        node.value = self.read(node.value, state)
        node.target = self.read(node.target, state)  # type: ignore[assignment]
        node.changed = True  # type: ignore[attr-defined]
        return [node], state

    def called(self, node: ast.Expr, state: State | None) -> tuple[list[ast.stmt], State | None]:
        """A call that stands alone: one of a method that changes the dict, or another one."""
        call = node.value
        method = call.func if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) else None
        if not isinstance(call, ast.Call) or method is None or not is_name(method.value, self.name):
            is_append = method is not None and method.attr == "append"
            args = call.args if isinstance(call, ast.Call) and is_append else []
            if len(args) == 1 and is_name(args[0], self.name) and state is not None:
                call.args = [state.display(self.of_dict, args[0])]  # type: ignore[attr-defined]
                node.changed = True  # type: ignore[attr-defined]
                return [node], None  # it is an item of a list now, and followed no more
            node.value, node.changed = self.read(call, state), True  # type: ignore[attr-defined]
            return [node], state
        if method.attr == "update" and self.of_dict:
            return self.updated(call, node, state)
        if self.of_dict or call.keywords:
            raise Cannot
        if method.attr == "append" and len(call.args) == 1:
            return self.grown(call.args, node, state)
        first = call.args[0] if call.args else None
        if method.attr == "extend" and len(call.args) == 1 and isinstance(first, (ast.List, ast.Tuple)):
            return self.grown(first.elts, node, state)
        if method.attr == "insert" and len(call.args) == 2:
            place, item = constant(call.args[0]), self.read(call.args[1], state)
            if type(place) is not int or place < 0:
                raise Cannot
            name, state = self.added(None, state, place)
            return _in_row([_set(name, item, node)], node), state
        taken = self.taken_out(call, state)
        if taken is None:
            raise Cannot
        return _in_row([], node), taken[1]

    def grown(
        self, items: Sequence[ast.expr], node: ast.stmt, state: State | None
    ) -> tuple[list[ast.stmt], State | None]:
        """A list with more items."""
        out = []
        values = [self.read(item, state) for item in items]
        for value in values:
            if isinstance(value, ast.Starred):
                raise Cannot
            name, state = self.added(None, state)
            out.append(_set(name, value, node))
        return _in_row(out, node), state

    def updated(
        self, call: ast.Call, node: ast.stmt, state: State | None
    ) -> tuple[list[ast.stmt], State | None]:
        """`d.update({"a": x}, b=y)`, item by item."""
        pairs: list[tuple[object, ast.expr]] = []
        for arg in call.args:
            display = _display(arg, self.functions)
            if not isinstance(display, ast.Dict):
                raise Cannot
            pairs += [(constant(key), value) for key, value in zip(display.keys, display.values) if key]
        pairs += [(k.arg, k.value) for k in call.keywords]
        if len(pairs) > 1 and any(names(value, self.name) for _, value in pairs):
            raise Cannot
        out = []
        for key, value in pairs:
            if key is None:
                raise Cannot
            value = self.read(value, state)
            name, state = self.added(key, state)
            out.append(_set(name, value, node))
        return _in_row(out, node), state

    def taken_out(self, node: ast.expr, state: State | None) -> tuple[ast.expr, State] | None:
        """`d.pop("a")` or `xs.pop()`: the item, and what is left."""
        method = node.func if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else None
        if not isinstance(node, ast.Call) or method is None or not is_name(method.value, self.name):
            return None
        if method.attr != "pop" or node.keywords or len(node.args) > 1:
            return None
        if state is None or (self.of_dict and not node.args):
            raise Cannot
        name = state.item(node.args[0] if node.args else ast.Constant(-1), self.of_dict)
        left = tuple(cell for cell in state.cells if cell[1] != name)
        return ast.copy_location(ast.Name(name, ast.Load()), node), replace(state, cells=left)

    # Expressions.

    def returned(self, node: ast.expr, state: State | None) -> ast.expr:
        """What is given back: the whole, as it is then, or what reads it."""
        if isinstance(node, (ast.Tuple, ast.List)):
            node.elts = [self.returned(part, state) for part in node.elts]
        elif isinstance(node, ast.Dict) and None not in node.keys:
            node.values = [self.returned(part, state) for part in node.values]
        return Reads(self.name, self.of_dict, state, self.functions).whole(node)

    def read(self, node: ast.expr, state: State | None) -> ast.expr:
        """An expression with names for the items that it reads."""
        return Reads(self.name, self.of_dict, state, self.functions).read(node)


def _written_key(key: object) -> ast.expr:
    return ast.parse(repr(key), mode="eval").body


def _leaves(body: list[ast.stmt]) -> bool:
    return bool(body) and isinstance(body[-1], (ast.Return, ast.Break, ast.Continue, ast.Raise))


def _set(name: str, value: ast.expr, place: ast.stmt) -> ast.stmt:
    target = ast.copy_location(ast.Name(name, ast.Store()), place)
    return ast.copy_location(ast.Assign([target], value), place)


def _set_together(pairs: list[tuple[str, ast.expr]], place: ast.stmt) -> ast.stmt:
    stores: list[ast.expr] = [ast.copy_location(ast.Name(name, ast.Store()), place) for name, _ in pairs]
    target = ast.copy_location(ast.Tuple(stores, ast.Store()), place)
    value = ast.copy_location(ast.Tuple([item for _, item in pairs], ast.Load()), place)
    return ast.copy_location(ast.Assign([target], value), place)


def _in_row(out: list[ast.stmt], place: ast.stmt) -> list[ast.stmt]:
    """Statements in the place of one, whose comment is that of the first."""
    if not out:
        nothing = ast.copy_location(ast.Pass(), place)
        nothing.gone = True  # type: ignore[attr-defined]
        out = [nothing]
    out[0].changed = True  # type: ignore[attr-defined]
    for later in out[1:]:
        later.made = True  # type: ignore[attr-defined]
    return out
