"""Lists that the turns of a loop fill and empty: `buf = []` takes out what is in there.

A list that a turn makes anew would have a gradient of another length in each turn. What is taken out item by
item is one list, to its end, with one gradient; that nothing else is this list is for the writes to show.
What a turn puts in order, or makes a slice of itself, is another list in each turn: what it appends makes
a new one then, `ys = ys + [v]`.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Container, Iterator, Mapping, Set

from codegen.renewed import in_row, is_alone, named_in
from codegen.trees import walk

Fresh = Callable[[str], str]
IsBuiltin = Callable[[str], bool]
OTHERS = ("extend", "insert", "pop", "remove")
RESIZING = ("append", *OTHERS)
LOOPS = (ast.For, ast.While)
BLOCKS = ("body", "orelse")


def with_emptied_lists(
    body: list[ast.stmt], lists: Set[str], fresh: Fresh, is_builtin: IsBuiltin
) -> list[ast.stmt]:
    """The body with such statements written out; `lists` are names that are only given lists."""
    resized = lists & {name for statement in body for part in walk(statement) for name in _resized(part)}
    if not resized or not all(map(is_builtin, ("range", "len", "list"))):
        return body
    work = _Emptied(lists, resized, fresh)
    body = work.block(body, set(), {})
    others = {name for statement in body for part in walk(statement) for name in _resized(part, OTHERS)}
    joined = {name for name in work.renewed - others if is_alone(name, body, is_builtin)}
    return _joined(body, joined) if joined else body


def _joined(body: list[ast.stmt], names: Set[str]) -> list[ast.stmt]:
    """A block in which `ys.append(v)` is `ys = ys + [v]`."""
    out: list[ast.stmt] = []
    for node in body:
        for name in {*_resized(node.value)} & names if isinstance(node, ast.Expr) else ():
            item = ast.List(node.value.args, ast.Load())  # type: ignore[attr-defined]
            both = ast.BinOp(ast.Name(name, ast.Load()), ast.Add(), item)
            (node,) = in_row([ast.Assign([ast.Name(name, ast.Store())], both)], node)
        if isinstance(node, (*LOOPS, ast.If, ast.With)):
            node = copy.copy(node)
            for field in BLOCKS:
                setattr(node, field, _joined(getattr(node, field, []), names))
        out.append(node)
    return out


def _resized(part: ast.AST, words: Container[str] = RESIZING) -> Iterator[str]:
    """The name of what a part of a function puts items into, or takes them out of."""
    method = part.func if isinstance(part, ast.Call) else None
    whole: ast.expr | None = part.target if isinstance(part, ast.AugAssign) else None
    if isinstance(method, ast.Attribute) and method.attr in words:
        whole = method.value
    if isinstance(whole, ast.Name):
        yield whole.id


class _Emptied:
    """Goes through blocks; what is `bound` stands above, `carried` says of loops what was mentioned there."""

    def __init__(self, lists: Set[str], resized: Set[str], fresh: Fresh) -> None:
        self.lists, self.resized, self.fresh = lists, resized, fresh
        self.renewed: set[str] = set()  # what turns make other lists of, in another way

    def block(self, body: list[ast.stmt], bound: set[str], carried: dict[str, bool]) -> list[ast.stmt]:
        """A block; a name is carried once it may have been read or given items in this turn."""
        out: list[ast.stmt] = []
        for node in (part for statement in body for part in self.apart(statement, carried)):
            name = _made(node)
            if name in self.resized and carried.get(name):
                self.kept_apart(out, name)
                out += self.emptied(name, node, node.value.elts)  # type: ignore[attr-defined]
            elif (emptied := _emptied(node)) in self.resized:
                out += self.emptied(emptied, node, [])
            else:
                out.append(self.inside(node, bound, carried))
                self.renewed |= {n for n in _given(node) & self.resized if carried.get(n) and n != name}
                targets = node.targets if isinstance(node, ast.Assign) else []
                bound |= {name for target in targets for name in named_in(target)}
            for mentioned in named_in(node) & {*carried}:
                carried[mentioned] = True
        return out

    def apart(self, node: ast.stmt, carried: Mapping[str, bool]) -> list[ast.stmt]:
        """`a, b = [], []` as a statement for each, and `best = list(row)` as `best = row.copy()`."""
        target = node.targets[0] if isinstance(node, ast.Assign) and len(node.targets) == 1 else None
        value = getattr(node, "value", None)
        if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
            pairs = [*zip(target.elts, value.elts)]
            empty = all(isinstance(item, ast.List) and not item.elts for item in value.elts)
            if empty and len(pairs) == len(target.elts) and any(carried.get(n) for n in named_in(target)):
                return in_row([ast.Assign([one], item) for one, item in pairs], node)
        called = value.func if isinstance(value, ast.Call) and len(value.args) == 1 else None
        whole = value.args[0] if isinstance(called, ast.Name) and called.id == "list" else None  # type: ignore[union-attr]
        again = isinstance(target, ast.Name) and carried.get(target.id)
        if again and isinstance(whole, ast.Name) and whole.id in self.lists:
            new = ast.Call(ast.Attribute(whole, "copy", ast.Load()), [], [])
            return in_row([ast.Assign([target], new)], node)  # type: ignore[list-item]
        return [node]

    def inside(self, node: ast.stmt, bound: set[str], carried: dict[str, bool]) -> ast.stmt:
        """A statement with what is in its blocks; in a branch nothing is the first of a turn."""
        if isinstance(node, LOOPS):
            carried = {name: False for name in bound & self.lists}
            head = node.iter if isinstance(node, ast.For) else node.test
            carried |= {name: True for name in named_in(head) & {*carried}}
        elif isinstance(node, ast.If):
            carried = dict.fromkeys(carried, True)
        else:
            return node
        node = copy.copy(node)
        for field in BLOCKS:
            setattr(node, field, self.block(getattr(node, field), {*bound}, carried))
        return node

    def kept_apart(self, above: list[ast.stmt], name: str) -> None:
        """`rows.append(row)` just above what makes row anew, as `rows.append(row.copy())`."""
        call = above[-1].value if above and isinstance(above[-1], ast.Expr) else None
        method = call.func if isinstance(call, ast.Call) and len(call.args) == 1 else None
        if not isinstance(method, ast.Attribute) or method.attr != "append":
            return
        given = call.args[0]  # type: ignore[union-attr]
        if isinstance(given, ast.Name) and given.id == name:
            copied = ast.Call(ast.Attribute(given, "copy", ast.Load()), [], [])
            new = ast.Expr(ast.Call(method, [copied], []))
            above[-1:] = in_row([new], above[-1])

    def emptied(self, name: str, node: ast.stmt, items: list[ast.expr]) -> list[ast.stmt]:
        """What takes all items out of a list, and puts in those that it is made of."""
        count = ast.Call(ast.Name("len", ast.Load()), [ast.Name(name, ast.Load())], [])
        over = ast.Call(ast.Name("range", ast.Load()), [count], [])
        out = ast.For(ast.Name(self.fresh("turn"), ast.Store()), over, [_method(name, "pop", [])], [])
        return in_row([out, *(_method(name, "append", [item]) for item in items)], node)


def _made(node: ast.stmt) -> str:
    """The name of a list that a statement makes of items that are not its own."""
    if not isinstance(node, ast.Assign) or len(node.targets) != 1 or not isinstance(node.value, ast.List):
        return ""
    target = node.targets[0]
    if not isinstance(target, ast.Name) or target.id in named_in(node.value):
        return ""
    return "" if any(isinstance(item, ast.Starred) for item in node.value.elts) else target.id


def _given(node: ast.stmt) -> set[str]:
    """The name of what a statement makes of what has that name: a slice, or a list in another order."""
    target = node.targets[0] if isinstance(node, ast.Assign) and len(node.targets) == 1 else None
    return {target.id} & named_in(node.value) if isinstance(target, ast.Name) else set()  # type: ignore[attr-defined]


def _emptied(node: ast.stmt) -> str:
    """The name of the list that `buf.clear()` or `del buf[:]` empties."""
    call = node.value if isinstance(node, ast.Expr) else None
    method = call.func if isinstance(call, ast.Call) and not call.args else None
    whole = method.value if isinstance(method, ast.Attribute) and method.attr == "clear" else None
    part = node.targets[0] if isinstance(node, ast.Delete) and len(node.targets) == 1 else None
    if isinstance(part, ast.Subscript) and isinstance(part.slice, ast.Slice):
        bounds = (part.slice.lower, part.slice.upper, part.slice.step)
        whole = part.value if bounds == (None, None, None) else None
    return whole.id if isinstance(whole, ast.Name) else ""


def _method(name: str, word: str, args: list[ast.expr]) -> ast.stmt:
    return ast.Expr(ast.Call(ast.Attribute(ast.Name(name, ast.Load()), word, ast.Load()), args, []))
