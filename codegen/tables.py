"""Functions that tables hold: dicts, tuples and other names of functions, and `functools.partial`.

`ACT["relu"](x)` is `relu(x)`, for a table of the module or of the function that nothing changes. With
a key that is not written out it is a branch for each key, and none fits is what Python would raise.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import EllipsisType

from codegen.alternatives import Alternatives, alternatives, chain, given_to, is_map, leaves, with_function
from codegen.inline import short
from codegen.parse import Function, Module, dotted
from codegen.scopes import COMPREHENSIONS, SCOPES, arguments, bound, free
from codegen.trees import Transformer, copied, same_tree, walk

MOST = 16  # keys that are asked for one by one
VALUED = (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Return, ast.Expr)
GONE_OVER = ("items", "values", "keys")
Key = str | bytes | int | float | complex | EllipsisType | None


def with_tables(module: Module) -> Module:
    """The module with calls of functions by their names, where tables hold them."""
    tree = ast.parse(module.text)
    known = {n: v for n, v in _values(tree, module).items() if not any(True for _ in _other_uses(tree, n))}
    if not known and "partial" not in module.text and not _has_choices(tree):
        return module
    functions = {name: _Tables(module, known, f).run() for name, f in module.functions.items()}
    return replace(module, functions=functions)


def _has_choices(tree: ast.Module) -> bool:
    """Whether a module has what may hold functions, or choose from them."""
    return any(isinstance(node, (ast.Dict, ast.Tuple, ast.If, ast.IfExp)) for node in walk(tree))


def _values(tree: ast.Module, module: Module) -> dict[str, ast.expr]:
    """What names of the module are given, once, that may be functions or tables of these."""
    found: dict[str, ast.expr] = {}
    times: Counter[str] = Counter()
    for node in tree.body:
        stored = (p.id for p in walk(node) if isinstance(p, ast.Name) and isinstance(p.ctx, ast.Store))
        times.update(stored if not isinstance(node, SCOPES) else ())
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            found[node.targets[0].id] = node.value
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
            found[node.target.id] = node.value
    kept = {*module.constants, *module.unusable}
    rebound = {name for name, why in module.unusable.items() if "bound" in why}
    return {n: v for n, v in found.items() if times[n] == 1 and n in kept - rebound - set(module.functions)}


def _other_uses(tree: ast.AST, name: str) -> Iterator[ast.Name]:
    """The places in which a table is neither called, nor asked for an item, nor gone over."""
    fine = _gone_over(tree)
    for node in walk(tree):
        item = isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load)
        method = isinstance(node, ast.Attribute) and node.attr in (*GONE_OVER, "get")
        if item or method:
            fine.add(id(node.value))  # type: ignore[attr-defined]
        elif isinstance(node, ast.Call):
            fine.add(id(node.func))
    for node in walk(tree):
        mine = isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load)
        if mine and id(node) not in fine:
            yield node  # type: ignore[misc]


def _gone_over(tree: ast.AST) -> set[int]:
    """What is gone through item by item, or asked whether it has one."""
    found: set[int] = set()
    for node in walk(tree):
        if isinstance(node, (ast.For, ast.comprehension)):
            found.add(id(node.iter))
        elif isinstance(node, ast.Compare) and all(isinstance(op, (ast.In, ast.NotIn)) for op in node.ops):
            found.update(map(id, node.comparators))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            found.update(map(id, node.args if node.func.id in ("zip", "enumerate", "reversed") else ()))
    return found


@dataclass(frozen=True)
class Partial:
    """A function with some of its arguments: `partial(f, a, key=b)`."""

    function: ast.expr
    args: tuple[ast.expr, ...]
    keywords: tuple[ast.keyword, ...]


class _Tables(Transformer):
    """Rewrites one function; `values` are tables and functions by the names that hold them."""

    def __init__(self, module: Module, values: Mapping[str, ast.expr], function: Function) -> None:
        self.module, self.function = module, function
        node = function.node
        parts = list(walk(node))
        names = [p.id for p in parts if isinstance(p, ast.Name) and not isinstance(p.ctx, ast.Load)]
        given = [a.arg for p in parts if isinstance(p, SCOPES) for a in arguments(p)]
        made = [p.name for p in parts if isinstance(p, ast.FunctionDef) and p is not node]
        self.times = Counter([*names, *given, *made])
        self.used = {p.id for p in parts if isinstance(p, ast.Name)} | set(self.times)
        self.own = bound(node)
        self.made = {name for name in made if self.times[name] == 1}
        self.fixed = {arg.arg for arg in arguments(node) if self.times[arg.arg] == 1}
        self.values: dict[str, ast.expr] = {n: v for n, v in values.items() if n not in self.times}
        self.partials: dict[str, Partial] = {}
        self.locals: set[str] = set()
        self.above: list[ast.stmt] | None = None
        self.changed = False
        self.several: dict[str, Alternatives] = {}

    def run(self) -> Function:
        """The function without tables of functions."""
        node = copied(self.function.node)
        self._local_values(node)
        self.gone_over = _gone_over(node)
        self.several = alternatives(node, self._is_one_function, self.fresh)
        direct = any(isinstance(p, ast.Call) and isinstance(p.func, ast.IfExp) for p in walk(node))
        if not (self.values or self.several or direct):
            return self.function
        node.body = self.block(node.body)
        return self.function if same_tree(node, self.function.node) else replace(self.function, node=node)

    def _local_values(self, node: ast.FunctionDef) -> None:
        """Takes in what the function itself gives a name once: a table, an item of one, a `partial`."""
        for part in walk(node):
            one = isinstance(part, ast.Assign) and len(part.targets) == 1
            target = part.targets[0] if one else None  # type: ignore[attr-defined]
            if (
                not isinstance(target, ast.Name)
                or self.times[target.id] != 1
                or not isinstance(part, ast.Assign)
            ):
                continue
            value, name = part.value, target.id
            table = isinstance(value, (ast.Dict, ast.Tuple, ast.List)) and self._table(value) is not None
            fixed = isinstance(value, ast.Subscript) and getattr(value.slice, "id", "") in self.fixed
            item = fixed and self._chosen(value) is not None and self._are_called(node, name)  # type: ignore[arg-type]
            known = table or item or (self._is_partial(value) and self._are_called(node, name))
            if known and not any(True for _ in _other_uses(node, name)):
                self.values[name] = value
                self.locals.add(name)

    def _are_called(self, node: ast.FunctionDef, name: str) -> bool:
        calls = sum(isinstance(p, ast.Call) and _is_named(p.func, name) for p in walk(node))
        return calls == sum(_is_named(p, name) for p in walk(node)) - 1

    # What values are.

    def _is_function(self, node: ast.expr) -> bool:
        """Whether an expression is a function, that means the same wherever it stands in the function."""
        if isinstance(node, ast.Lambda):
            defaults = (*node.args.defaults, *node.args.kw_defaults)
            same = all(self.times[name] == self.own[name] <= 1 for name in free(node))
            return same and all(isinstance(d, ast.Constant) for d in defaults)
        if isinstance(node, ast.Name):
            there = node.id in self.module.functions and node.id not in self.module.unusable
            return node.id in self.made or (there and node.id not in self.times)
        imported = dotted(node, {n: t for n, t in self.module.imports.items() if n not in self.times})
        return imported is not None and isinstance(node, ast.Attribute)

    def _is_one_function(self, node: ast.expr) -> bool:
        """Whether an expression is one function, whichever it is."""
        given = isinstance(node, ast.Name) and node.id in (*self.fixed, *self.several)
        return given or self._is_function(node) or self.value(node) is not None

    def _is_partial(self, node: ast.expr) -> bool:
        call = node if isinstance(node, ast.Call) else None
        if call is None or dotted(call.func, self.module.imports) != "functools.partial" or not call.args:
            return False
        stars = any(isinstance(a, ast.Starred) for a in call.args) or any(not k.arg for k in call.keywords)
        known = self._is_function(call.args[0]) and not isinstance(call.args[0], ast.Lambda)
        return known and not stars

    def _is_whole(self, partial: ast.expr) -> bool:
        """Whether the arguments of a `partial` of the module mean the same in the function."""
        assert isinstance(partial, ast.Call)
        given = (*partial.args[1:], *(k.value for k in partial.keywords))
        return all(short(value) and not free(value) & set(self.times) for value in given)

    def _table(self, node: ast.expr) -> dict[Key, ast.expr] | None:
        """The functions of a table by their keys, if all of its items are functions."""
        value = self.values.get(node.id) if isinstance(node, ast.Name) else node
        if isinstance(value, ast.Dict):
            keys = [key.value if isinstance(key, ast.Constant) else None for key in value.keys]
            items: dict[Key, ast.expr] = dict(zip(keys, value.values))
        elif isinstance(value, (ast.Tuple, ast.List)):
            items = dict(enumerate(value.elts))
        else:
            return None
        plain = items and None not in items and len(items) == len(getattr(value, "values", items))
        outside = isinstance(node, ast.Name) and node.id not in self.locals
        hidden = outside and any(free(item) & set(self.times) for item in items.values())
        return items if plain and not hidden and all(map(self._is_function, items.values())) else None

    def _chosen(self, node: ast.Subscript) -> dict[Key, ast.expr] | None:
        """The table that an item is taken from by a key that is not known."""
        table = self._table(node.value) if isinstance(node.value, ast.Name) else None
        is_dict = isinstance(self.values.get(getattr(node.value, "id", "")), ast.Dict)
        named = isinstance(node.slice, ast.Name)
        return table if table is not None and is_dict and named and len(table) <= MOST else None

    def value(self, node: ast.expr) -> ast.expr | None:
        """The function that an expression is, if a table or another name holds it."""
        if isinstance(node, ast.Name) and node.id in self.values:
            value = self.values[node.id]
            own = node.id in self.locals
            if self._is_partial(value):
                return value if not own and self._is_whole(value) else None
            if isinstance(value, ast.Subscript) and own:
                return value
            means = not own and not free(value) & set(self.times)
            return self.value(value) or (value if means and self._is_function(value) else None)
        table = key = None
        if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
            table, key = self._table(node.value), node.slice.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "get":
            table = self._table(node.func.value) if isinstance(node.func.value, ast.Name) else None
            key = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else None
        return table.get(key) if table is not None else None

    # Statements.

    def block(self, statements: list[ast.stmt]) -> list[ast.stmt]:
        """A block, without what only made a table."""
        return [new for statement in statements for new in self.statement(statement)]

    def statement(self, statement: ast.stmt) -> list[ast.stmt]:
        """What stands in the place of a statement."""
        target = statement.targets[0] if isinstance(statement, ast.Assign) else None
        if isinstance(statement, ast.Assign) and isinstance(target, ast.Name) and target.id in self.locals:
            return self._gone(statement, target.id)
        before, outer, self.changed, self.above = self.changed, self.above, False, []
        for field, value in ast.iter_fields(statement):
            if isinstance(value, list) and value and isinstance(value[0], ast.stmt):
                setattr(statement, field, self.block(value))
            elif isinstance(value, list):
                setattr(statement, field, [self.visit(p) if isinstance(p, ast.AST) else p for p in value])
            elif isinstance(value, ast.AST):
                names = any(isinstance(part, ast.NamedExpr) for part in walk(value))
                self.above = self.above if isinstance(statement, (*VALUED, ast.If)) and not names else None
                setattr(statement, field, self.visit(value))
        above = self.above or []
        if self.changed:
            statement.changed = True  # type: ignore[attr-defined]
        self.changed, self.above = before, outer
        return above if above and _takes(statement, above[-1]) else [*above, statement]

    def _gone(self, statement: ast.Assign, name: str) -> list[ast.stmt]:
        """What is left of a statement that gives a table or a `partial` a name."""
        made: list[ast.stmt] = []
        if self._is_partial(statement.value):
            call = statement.value
            assert isinstance(call, ast.Call)
            args = tuple(self._kept(name, str(i), arg, made) for i, arg in enumerate(call.args[1:]))
            named = tuple(
                ast.keyword(k.arg, self._kept(name, k.arg or "", k.value, made)) for k in call.keywords
            )
            self.partials[name] = Partial(call.args[0], args, named)
        if not made:
            made.append(ast.copy_location(ast.Pass(), statement))
            made[0].changed = made[0].gone = True  # type: ignore[attr-defined]
        return made

    def _kept(self, name: str, key: str, value: ast.expr, made: list[ast.stmt]) -> ast.expr:
        """An argument of a `partial`, as it is when that is made."""
        once = isinstance(value, ast.Name) and (value.id in self.fixed or not self.times[value.id])
        if isinstance(value, ast.Constant) or once:
            return value
        kept = self.fresh(f"{name}_{key}")
        target = ast.copy_location(ast.Name(kept, ast.Store()), value)
        new = ast.copy_location(ast.Assign([target], value, lineno=value.lineno), value)
        new.made = True  # type: ignore[attr-defined]
        made.append(new)
        return ast.copy_location(ast.Name(kept, ast.Load()), value)

    def fresh(self, wanted: str) -> str:
        """A name that neither the function nor the module has."""
        module = self.module
        taken = {*self.used, *module.functions, *module.imports, *module.constants, *module.unusable}
        name, number = wanted, 0
        while name in taken:
            number += 1
            name = f"{wanted}{number}"
        self.used.add(name)
        return name

    # Expressions.

    def visit(self, node: ast.AST) -> ast.AST:
        """One expression; what may not be computed gets no statement above."""
        before = self.above
        if isinstance(node, ast.FunctionDef):
            node.body = self.block(node.body)
            return node
        if isinstance(node, (ast.Lambda, ast.IfExp, ast.BoolOp, ast.comprehension, *COMPREHENSIONS)):
            self.above = None
        new = super().visit(node)
        self.above = before
        assert isinstance(new, ast.AST)
        return new

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """A call of what a table holds; its arguments first."""
        if (new := self._of_several(node)) is not None:
            return new
        function = node.func
        node.args = [self._expr(a) for a in node.args]
        for keyword in node.keywords:
            keyword.value = self._expr(keyword.value)
        over = function.value if isinstance(function, ast.Attribute) and not node.args else None
        if isinstance(over, ast.Name) and function.attr in GONE_OVER and self._is_dict(over):  # type: ignore[attr-defined]
            return self._items(over, function.attr, node)  # type: ignore[attr-defined]
        if isinstance(function, ast.Name) and function.id in self.partials:
            return self._completed(self.partials[function.id], node)
        if (got := self.value(node)) is not None:
            return self._put(got, node)
        value = self.value(function)
        chosen = value if isinstance(value, ast.Subscript) else function
        if isinstance(chosen, ast.Subscript) and (table := self._chosen(chosen)) is not None:
            return self._branches(node, table, chosen.slice)
        if value is None or isinstance(value, ast.Subscript):
            node.func = self._expr(function)
            return node
        if self._is_partial(value):
            assert isinstance(value, ast.Call)
            return self._completed(Partial(value.args[0], tuple(value.args[1:]), tuple(value.keywords)), node)
        node.func = self._put(value, function)
        return node

    def _of_several(self, node: ast.Call) -> ast.expr | None:
        """The calls of the functions of which a name, or the expression that is called, is one."""
        if isinstance(node.func, ast.IfExp) and all(map(self._is_one_function, leaves(node.func))):
            first, second = copied(node), node
            first.func, second.func, test = node.func.body, node.func.orelse, node.func.test
            return self._expr(chain((test,), [first, second], node))
        name = next((name for name in given_to(node) if name in self.several), "")
        if not name:
            return None
        found, above = self.several[name], self.above
        node.args = [a if is_map(a) else self._expr(a) for a in node.args]
        for keyword in node.keywords:
            keyword.value = self._expr(keyword.value)
        self.above = None
        calls = [self._expr(with_function(node, name, function)) for function in found.functions]
        self.above, self.changed = above, True
        if above is None or any(map(self._may_write, found.functions)):
            return chain(found.tests, calls, node)
        return self._above(list(zip(found.tests, calls)), calls[-1], node)

    def _expr(self, node: ast.expr) -> ast.expr:
        new = self.visit(node)
        assert isinstance(new, ast.expr)
        return new

    def _is_dict(self, node: ast.Name) -> bool:
        return isinstance(self.values.get(node.id), ast.Dict) and self._table(node) is not None

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        """An item of a table, that is given to something else."""
        value = self.value(node)
        return self.generic_visit(node) if value is None else self._put(value, node)

    def visit_Name(self, node: ast.Name) -> ast.AST:
        """Another name for a function, or a table that is gone over."""
        if not isinstance(node.ctx, ast.Load):
            return node
        if self._table(node) is not None:
            if id(node) not in self.gone_over:
                return node
            return self._items(node, "keys" if self._is_dict(node) else "values", node)
        value = self.value(node)
        plain = value is not None and not self._is_partial(value) and not isinstance(value, ast.Subscript)
        return self._put(value, node) if plain and value is not None else node

    def _items(self, table: ast.Name, how: str, place: ast.expr) -> ast.expr:
        """What going over a table gives, as a tuple."""
        found = self._table(table) or {}
        keys: Iterable[ast.expr] = [ast.Constant(key) for key in found]
        pairs: list[ast.expr] = [ast.Tuple([k, v], ast.Load()) for k, v in zip(keys, found.values())]
        parts = {"items": pairs, "keys": list(keys), "values": list(found.values())}[how]
        return self._put(ast.Tuple(parts, ast.Load()), place)

    def _put(self, value: ast.expr, place: ast.expr) -> ast.expr:
        """A value in the place of something."""
        self.changed = True
        new = copied(value)
        for part in walk(new):
            if isinstance(part, (ast.expr, ast.arg, ast.keyword)):
                ast.copy_location(part, place)
        return new

    def _completed(self, partial: Partial, call: ast.Call) -> ast.Call:
        """A call with the arguments that a `partial` has."""
        self.changed = True
        given = {keyword.arg for keyword in call.keywords}
        named = [k for k in partial.keywords if k.arg not in given]
        args = [self._put(arg, call) for arg in partial.args]
        keywords = [ast.copy_location(ast.keyword(k.arg, self._put(k.value, call)), call) for k in named]
        function = self._put(partial.function, call.func)
        return ast.copy_location(ast.Call(function, [*args, *call.args], [*call.keywords, *keywords]), call)

    def _may_write(self, function: ast.expr) -> bool:
        """Whether a function of the module may write into what it is given."""
        named = self.module.functions.get(function.id) if isinstance(function, ast.Name) else None
        parts = walk(named.node) if named is not None else iter(())
        stored = (ast.Subscript, ast.Attribute)
        return any(
            (
                isinstance(part, (ast.AugAssign, ast.Expr))
                and not isinstance(getattr(part, "value", 0), ast.Constant)
            )
            or (isinstance(part, stored) and isinstance(part.ctx, ast.Store))
            for part in parts
        )

    def _branches(self, call: ast.Call, table: Mapping[Key, ast.expr], key: ast.expr) -> ast.expr:
        """A name for what a call gives, of the function that a key says."""
        if self.above is None or any(map(self._may_write, table.values())):
            return call  # it may not stand above what is computed first
        pairs: list[tuple[ast.expr, ast.expr]] = []
        for word, function in table.items():
            args = copied((call.args, call.keywords))
            test = ast.Compare(key, [ast.Eq()], [ast.Constant(word)])
            pairs.append((test, ast.Call(self._put(function, call), *args)))
        return self._above(
            pairs, ast.Raise(ast.Call(ast.Name("KeyError", ast.Load()), [key], []), None), call
        )

    def _above(
        self, pairs: list[tuple[ast.expr, ast.expr]], last: ast.expr | ast.stmt, call: ast.Call
    ) -> ast.expr:
        """A name for what one of several calls gives, by tests in a branch above the statement."""
        name = self.fresh("chosen")
        if not isinstance(last, ast.stmt):
            last = ast.Assign([ast.Name(name, ast.Store())], last)
        for test, value in reversed(pairs):
            last = ast.If(test, [ast.Assign([ast.Name(name, ast.Store())], value)], [last])
        new = copied(last)
        for part in walk(new):
            if isinstance(part, (ast.expr, ast.stmt, ast.keyword)) and not hasattr(part, "lineno"):
                ast.copy_location(part, call)
            part.made = part is not new  # type: ignore[attr-defined]
        new.changed = True  # type: ignore[attr-defined]
        assert self.above is not None
        self.above.append(new)
        self.changed = True
        return ast.copy_location(ast.Name(name, ast.Load()), call)


def _takes(statement: ast.stmt, above: ast.stmt) -> bool:
    """Gives the name of a statement to what the branch above it chooses, if it does nothing but that."""
    target = statement.targets[0] if isinstance(statement, ast.Assign) else None
    if (
        not isinstance(statement, ast.Assign)
        or len(statement.targets) > 1
        or not isinstance(target, ast.Name)
    ):
        return False
    value = statement.value
    chosen = [p for p in walk(above) if isinstance(p, ast.Name) and isinstance(p.ctx, ast.Store)]
    if not isinstance(value, ast.Name) or not chosen or any(part.id != value.id for part in chosen):
        return False
    for part in chosen:
        part.id = target.id
    return True


def _is_named(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name
