"""`zip(*rows)` as the columns of what is gone through row by row: `[rows[i][j] for i in range(len(rows))]`.

A loop makes the column of each turn in its first line; a comprehension goes over a list of all of them. As
tuples the columns are lists then, so nothing may ask what they are: they are read by items, gone over, or
given to a function.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Container, Iterable, Sequence
from typing import TypeGuard

from codegen.renewed import CHANGING, appended, in_row, named_in
from codegen.trees import Transformer, copied, walk

Fresh = Callable[[str], str]
IsBuiltin = Callable[[str], bool]
COMPREHENSIONS = (ast.ListComp, ast.GeneratorExp, ast.DictComp, ast.SetComp)
SIMPLE = (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Return, ast.Expr)
WORDS = ("zip", "range", "min", "map", "len", "list", "enumerate")
TYPES = ("type", "isinstance", "hash", "repr", "str", "print", "id", "set", "dict", "tuple")
NUMPY = ("zeros", "ones", "empty", "full", "zeros_like", "ones_like", "empty_like", "full_like")
BLOCKS = ("body", "orelse")


def with_columns(body: list[ast.stmt], fresh: Fresh, is_builtin: IsBuiltin) -> list[ast.stmt]:
    """The body with loops and comprehensions over `zip(*rows)` as such over columns."""
    parts = [part for statement in body for part in walk(statement)]
    found = any(_rows(part) is not None for part in parts)
    if not found or not all(map(is_builtin, WORDS)):
        return body
    return _Columns(fresh, parts).block(body)


def _rows(node: ast.AST) -> ast.expr | None:
    """What a call of `zip` goes through the columns of; None for anything else."""
    if not isinstance(node, ast.Call) or getattr(node.func, "id", "") != "zip" or node.keywords:
        return None
    arg = node.args[0] if len(node.args) == 1 else None
    return arg.value if isinstance(arg, ast.Starred) else None


def _listed(node: ast.AST, word: str = "") -> ast.expr | None:
    """What `list(zip(*rows))` makes columns of, or `list(map(list, zip(*rows)))`, which a word says."""
    if not isinstance(node, ast.Call) or getattr(node.func, "id", "") != "list" or len(node.args) != 1:
        return None
    inner = node.args[0]
    if not word:
        return _rows(inner)
    mapped = isinstance(inner, ast.Call) and getattr(inner.func, "id", "") == word and len(inner.args) == 2
    return _rows(inner.args[1]) if mapped and getattr(inner.args[0], "id", "") == "list" else None  # type: ignore[attr-defined]


class _Columns:
    """Goes through the blocks of a body, all of which are its `parts`."""

    def __init__(self, fresh: Fresh, parts: Sequence[ast.AST]) -> None:
        self.fresh = fresh
        self.read = _only_read(parts)
        self.of_columns = _only_columns_read(parts, self.read)
        self.given: dict[str, list[ast.expr]] = {}
        for part in parts:
            targets = part.targets if isinstance(part, ast.Assign) else []
            if isinstance(part, (ast.AnnAssign, ast.For)):
                targets = [part.target]
            value = part.iter if isinstance(part, ast.For) else getattr(part, "value", None)
            for name in (n.id for t in targets for n in walk(t) if isinstance(n, ast.Name)):
                self.given.setdefault(name, []).append(value)  # type: ignore[arg-type]

    def block(self, body: list[ast.stmt]) -> list[ast.stmt]:
        """A block, with what stands in the place of its statements."""
        return [new for statement in body for new in self.statement(statement)]

    def statement(self, node: ast.stmt) -> list[ast.stmt]:
        """What stands in the place of a statement."""
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            return [node]
        for field in BLOCKS:
            inner = getattr(node, field, None)
            if isinstance(inner, list) and inner:
                node = copy.copy(node)
                setattr(node, field, self.block(inner))
        if isinstance(node, ast.For) and (new := self.loop(node)):
            return new
        return self.without_comprehensions(node)

    def loop(self, node: ast.For) -> list[ast.stmt]:
        """A loop over columns that makes each of them, or goes over the rows that are named; or nothing."""
        over, target, place = node.iter, node.target, ""
        counted = isinstance(over, ast.Call) and getattr(over.func, "id", "") == "enumerate"
        if counted and len(over.args) == 1 and not over.keywords and _is_pair(target):  # type: ignore[attr-defined]
            counter, target = target.elts  # type: ignore[attr-defined]
            over, place = over.args[0], counter.id  # type: ignore[attr-defined]
        rows = _rows(over)
        if rows is None or self.is_written(rows, node.body):
            return []
        if isinstance(target, ast.Tuple) and all(isinstance(item, ast.Name) for item in target.elts):
            return self.in_step(node, rows, over, target.elts)
        if not isinstance(target, ast.Name) or target.id not in self.read or _binds(place, node.body):
            return []
        above, rows = self.named(rows)
        place = place or self.fresh("j")
        new = copy.copy(node)
        new.target, new.iter = ast.Name(place, ast.Store()), _counts(rows)
        new.body = [*in_row(self.column(target.id, rows, place), over), *node.body]
        return in_row([*above, new], over)

    def in_step(
        self, node: ast.For, rows: ast.expr, over: ast.expr, targets: list[ast.expr]
    ) -> list[ast.stmt]:
        """`for a, b in zip(*rows)` as `row, other = rows`, `for a, b in zip(row, other)`."""
        names = [self.fresh("row") for _ in targets]
        apart = ast.Assign([ast.Tuple([ast.Name(n, ast.Store()) for n in names], ast.Store())], rows)
        together = ast.Call(over.func, [ast.Name(n, ast.Load()) for n in names], [])  # type: ignore[attr-defined]
        new = copy.copy(node)
        counted = over is not node.iter
        new.iter = ast.Call(node.iter.func, [together], []) if counted else together  # type: ignore[attr-defined]
        return in_row([apart, new], over)

    def is_written(self, rows: ast.expr, body: list[ast.stmt]) -> bool:
        """Whether a loop may write into the rows, which `zip` would see."""
        mine = named_in(rows)
        for part in (part for statement in body for part in walk(statement)):
            if isinstance(part, ast.Name) and not isinstance(part.ctx, ast.Load) and part.id in mine:
                return True
            name = part.target.id if isinstance(part, ast.AugAssign) and _is_name(part.target) else ""
            if any(mine & named_in(value) for value in self.given.get(name, [])):
                return True
            whole = _changed(part)
            if whole is not None and not (isinstance(whole, ast.Name) and self.is_made(whole.id)):
                return True
        return False

    def is_made(self, name: str) -> bool:
        """Whether a name is only given what is made there, and holds no rows of others."""
        values = self.given.get(name, [])
        return bool(values) and all(map(_is_made, values))

    def named(self, rows: ast.expr) -> tuple[list[ast.stmt], ast.Name]:
        """The rows under a name, and what gives it to them."""
        if isinstance(rows, ast.Name):
            return [], rows
        name = self.fresh("rows")
        if isinstance(rows, ast.GeneratorExp):
            rows = ast.copy_location(ast.ListComp(rows.elt, rows.generators), rows)
        given = ast.Assign([ast.Name(name, ast.Store())], rows)
        return [given], ast.copy_location(ast.Name(name, ast.Load()), rows)

    def column(self, name: str, rows: ast.Name, place: str) -> list[ast.stmt]:
        """The statements that make a column under a name, item by item."""
        row = self.fresh("i")
        item = ast.Subscript(copied(rows), ast.Name(row, ast.Load()), ast.Load())
        item = ast.Subscript(item, ast.Name(place, ast.Load()), ast.Load())
        count = ast.Call(ast.Name("len", ast.Load()), [copied(rows)], [])
        over = ast.Call(ast.Name("range", ast.Load()), [count], [])
        return [_empty(name), ast.For(ast.Name(row, ast.Store()), over, [appended(name, item)], [])]

    def all_columns(self, name: str, rows: ast.Name) -> list[ast.stmt]:
        """The statements that make a list of all columns under a name."""
        place, column = self.fresh("j"), self.fresh("column")
        body = [*self.column(column, rows, place), appended(name, ast.Name(column, ast.Load()))]
        return [_empty(name), ast.For(ast.Name(place, ast.Store()), _counts(rows), body, [])]

    def without_comprehensions(self, node: ast.stmt) -> list[ast.stmt]:
        """A statement whose comprehensions go over lists of columns, and what makes these above it."""
        value = getattr(node, "value", None)
        if not isinstance(node, SIMPLE) or not isinstance(value, ast.expr):
            return [node]
        work = _Over(self)
        new: ast.stmt = copy.copy(node)
        target = node.targets[0] if isinstance(node, ast.Assign) and len(node.targets) == 1 else None
        named = isinstance(target, ast.Name) and target.id in self.of_columns
        if named and (rows := _listed(value)) is not None and target.id not in named_in(rows):  # type: ignore[union-attr]
            above, whole = self.named(rows)
            return in_row([*above, *self.all_columns(target.id, whole)], node)  # type: ignore[union-attr]
        new.value = work.visit(copied(value))  # type: ignore[attr-defined]
        if not work.found:
            return [node]
        return in_row([*work.above, new], node)


class _Over(Transformer):
    """Puts lists of columns in the place of `zip(*rows)` in what is always computed of an expression."""

    def __init__(self, work: _Columns) -> None:
        self.work, self.found = work, False
        self.above: list[ast.stmt] = []
        self.bound: set[str] = set()

    def visit(self, node: ast.AST) -> ast.AST:
        """An expression; what may not be computed is left alone."""
        if isinstance(node, (ast.IfExp, ast.BoolOp, ast.Lambda, ast.NamedExpr)):
            return node
        if isinstance(node, COMPREHENSIONS):
            return self.comprehension(node)
        if (rows := _listed(node, "map")) is not None and not named_in(rows) & self.bound:
            return self.columns(rows, node)  # type: ignore[arg-type]
        return self.generic_visit(node)

    def comprehension(self, node: ast.AST) -> ast.AST:
        """A comprehension, of which each `for` may go over columns."""
        generators: list[ast.comprehension] = node.generators  # type: ignore[attr-defined]
        self.bound |= {name for part in generators for name in named_in(part.target)}
        for part in generators:
            rows = _rows(part.iter)
            if rows is not None and not named_in(rows) & self.bound and self.can_be_list(part.target, node):
                part.iter = self.columns(rows, part.iter)
        return self.generic_visit(node)

    def can_be_list(self, target: ast.expr, node: ast.AST) -> bool:
        """Whether what is called a column is only read, or taken apart."""
        if isinstance(target, ast.Tuple):
            return all(isinstance(item, ast.Name) for item in target.elts)
        return isinstance(target, ast.Name) and target.id in _only_read([*walk(node)])

    def columns(self, rows: ast.expr, call: ast.expr) -> ast.expr:
        """The name of a list of all columns, which is made above."""
        above, rows = self.work.named(rows)
        name = self.work.fresh("columns")
        self.above += [*above, *self.work.all_columns(name, rows)]
        self.found = True
        return ast.copy_location(ast.Name(name, ast.Load()), call)


def _empty(name: str) -> ast.stmt:
    return ast.Assign([ast.Name(name, ast.Store())], ast.List([], ast.Load()))


def _counts(rows: ast.Name) -> ast.Call:
    """`range(min(map(len, rows), default=0))`: `zip` ends with the shortest row."""
    lengths = ast.Call(ast.Name("map", ast.Load()), [ast.Name("len", ast.Load()), copied(rows)], [])
    least = ast.Call(ast.Name("min", ast.Load()), [lengths], [ast.keyword("default", ast.Constant(0))])
    return ast.Call(ast.Name("range", ast.Load()), [least], [])


def _only_read(parts: Iterable[ast.AST]) -> set[str]:
    """The names that are only asked for items, gone over, and given to functions which take lists, too."""
    fine: set[int] = set()
    parts = [*parts]
    for part in parts:
        if isinstance(part, ast.Subscript) and not isinstance(part.slice, ast.Slice):
            fine.add(id(part.value))
        elif isinstance(part, (ast.For, ast.comprehension)):
            fine.add(id(part.iter))
        elif isinstance(part, ast.Call) and _takes_lists(part.func):
            fine |= {id(arg.value if isinstance(arg, ast.Starred) else arg) for arg in part.args}
    names = [part for part in parts if isinstance(part, ast.Name)]
    other = {part.id for part in names if isinstance(part.ctx, ast.Load) and id(part) not in fine}
    return {part.id for part in names} - other


def _only_columns_read(parts: Iterable[ast.AST], read: Container[str]) -> set[str]:
    """The names of which only items of items are asked, or that are gone over by names only `read`."""
    fine: set[int] = set()
    parts = [*parts]
    for part in parts:
        if isinstance(part, ast.Subscript):
            asked = [part.value]
        elif isinstance(part, (ast.For, ast.comprehension)):
            target, asked = part.target, [part.iter]
            several = isinstance(target, ast.Tuple) and all(map(_is_name, target.elts))
            if several or (_is_name(target) and target.id in read):
                fine.add(id(part.iter))
        else:
            asked = part.args if isinstance(part, ast.Call) and _takes_lists(part.func) else []
            fine |= {id(arg) for arg in asked if getattr(part.func, "id", "") == "len"}  # type: ignore[attr-defined]
        items = (item for item in asked if isinstance(item, ast.Subscript))
        fine |= {id(item.value) for item in items if not isinstance(item.slice, ast.Slice)}
    names = [part for part in parts if isinstance(part, ast.Name)]
    other = {part.id for part in names if isinstance(part.ctx, ast.Load) and id(part) not in fine}
    return {part.id for part in names} - other


def _takes_lists(called: ast.expr) -> bool:
    """Whether a function takes a list for a tuple: one by its name, or one of a module such as `np.mean`."""
    if isinstance(called, ast.Attribute):
        return isinstance(called.value, ast.Name) and called.value.id in ("np", "numpy", "math", "statistics")
    return isinstance(called, ast.Name) and called.id not in TYPES


def _changed(part: ast.AST) -> ast.expr | None:
    """What a statement, or a method, writes into a part of."""
    if isinstance(part, (ast.Subscript, ast.Attribute)) and not isinstance(part.ctx, ast.Load):
        return part.value
    method = part.func if isinstance(part, ast.Call) else None
    return method.value if isinstance(method, ast.Attribute) and method.attr in CHANGING else None


def _is_made(value: ast.expr) -> bool:
    """Whether a value is new, and holds nothing that is not."""
    if isinstance(value, ast.List):
        return all(isinstance(item, ast.Constant) for item in value.elts)
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute):
        return value.func.attr in NUMPY
    return isinstance(value, ast.Dict) and not value.keys


def _is_pair(target: ast.expr) -> bool:
    """Whether a target is a counter and something else."""
    return isinstance(target, ast.Tuple) and len(target.elts) == 2 and isinstance(target.elts[0], ast.Name)


def _is_name(node: ast.AST) -> TypeGuard[ast.Name]:
    return isinstance(node, ast.Name)


def _binds(name: str, body: list[ast.stmt]) -> bool:
    names = (part for statement in body for part in walk(statement) if isinstance(part, ast.Name))
    return any(part.id == name and not isinstance(part.ctx, ast.Load) for part in names)
