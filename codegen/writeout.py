"""Loops, branches and assignments inside expressions, written out as statements of their own.

A comprehension becomes a loop that appends, `sum` of a generator a loop that adds up, a conditional
expression a branch, and a name that is bound inside an expression is bound above it: only where that
changes neither what is computed nor the order in which it is.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Container, Iterator
from typing import TypeGuard

from codegen.folds import Comprehension, Fold, Words, fold, is_largest, is_spread, listed, listing, place_of
from codegen.inline import Cannot, short
from codegen.orders import by_place, in_order, is_ordered, listed_items, stem
from codegen.pairings import pairs
from codegen.scopes import free
from codegen.structure import falls_through
from codegen.trees import Transformer, copied, walk

Place = tuple[int, int]
PLACED = (ast.BinOp, ast.BoolOp, ast.Call, ast.DictComp, ast.GeneratorExp, ast.IfExp, ast.ListComp)
VALUED = (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Return)
SIMPLE = (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Return, ast.If, ast.Assert, ast.Expr, ast.For)


def written_out(
    body: list[ast.stmt],
    places: frozenset[Place],
    fresh: Callable[[str], str],
    words: Words,
) -> list[ast.stmt]:
    """The body with the comprehensions, loops in calls and conditional expressions at these places as blocks.

    Names that expressions bind are bound in statements.

    `fresh` gives names that the function does not use; `words` tells what names mean.
    """
    return _WriteOut(places, fresh, words, body).block(body)


def comprehensions(node: ast.AST) -> Iterator[Comprehension | ast.Call | ast.Assign]:
    """The comprehensions in a function that can be written out as loops.

    So can `list(xs)`, and `a, *rest = xs`, which stands for such.
    """
    for part in walk(node):
        starred = isinstance(part, ast.Assign) and any(
            isinstance(n, ast.Starred) for n in walk(part.targets[0])
        )
        if isinstance(part, (ast.ListComp, ast.GeneratorExp)) or _is_listed(part) or starred:
            yield part  # type: ignore[misc]


def _is_listed(node: ast.AST) -> TypeGuard[ast.Call]:
    """Whether an expression makes a list of the items of something that has a name, maybe from its end."""
    args = _operands(node, "list")
    whole = args[0] if len(args) == 1 else None
    whole = whole.value if isinstance(whole, ast.Subscript) else (*_operands(whole, "reversed"), whole)[0]
    return isinstance(whole, ast.Name)


def _operands(node: ast.AST | None, word: str) -> list[ast.expr]:
    """What is given to a builtin that is called by name; nothing for anything else."""
    called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == word
    return node.args if called and isinstance(node, ast.Call) and not node.keywords else []


def choices(node: ast.AST, functions: Container[str]) -> Iterator[ast.IfExp]:
    """The conditional expressions in a function that call some functions in one of their arms."""
    for part in walk(node):
        if isinstance(part, ast.IfExp):
            calls = (n.func for arm in (part.body, part.orelse) for n in walk(arm) if isinstance(n, ast.Call))
            if any(isinstance(function, ast.Name) and function.id in functions for function in calls):
                yield part


def picks(node: ast.AST) -> Iterator[ast.IfExp]:
    """The conditional expressions in a function that take an item of something in one of their arms."""
    for part in ast.walk(node):
        arms = (part.body, part.orelse) if isinstance(part, ast.IfExp) else ()
        if isinstance(part, ast.IfExp) and any(
            isinstance(n, ast.Subscript) for a in arms for n in ast.walk(a)
        ):
            yield part


def logical(node: ast.AST) -> Iterator[ast.BoolOp]:
    """The places in a function where `or` and `and` give a value, and are no conditions."""
    conditions: set[int] = set()
    for part in walk(node):
        tests = [part.test] if isinstance(part, (ast.If, ast.While, ast.IfExp, ast.Assert)) else []
        tests += part.ifs if isinstance(part, ast.comprehension) else []
        tests += [part.operand] if isinstance(part, ast.UnaryOp) and isinstance(part.op, ast.Not) else []
        tests += part.values if id(part) in conditions and isinstance(part, ast.BoolOp) else []
        conditions |= {id(test) for test in tests}
        if isinstance(part, ast.BoolOp) and id(part) not in conditions:
            yield part


class _WriteOut:
    """Rewrites blocks, statement by statement."""

    def __init__(
        self,
        places: frozenset[Place],
        fresh: Callable[[str], str],
        words: Words,
        body: list[ast.stmt],
    ) -> None:
        self.places, self.fresh, self.words = places, fresh, words
        parts = [part for statement in body for part in walk(statement)]
        own = [part for part in parts if isinstance(part, (ast.ListComp, ast.DictComp, ast.GeneratorExp))]
        inside = {id(n) for c in own for n in walk(c)}
        names = [part for part in parts if isinstance(part, ast.Name)]
        self.of_user = {n.id for n in names}
        self.taken = {n.id for n in names if id(n) not in inside} | free(ast.Module(body, []))
        self.remade = set(_remade(parts))

    def block(self, statements: list[ast.stmt]) -> list[ast.stmt]:
        """A block, with what its statements need above them."""
        return [new for statement in statements for new in self.statement(statement)]

    def statement(self, statement: ast.stmt) -> list[ast.stmt]:
        """What stands in the place of a statement."""
        for name in ("body", "orelse"):
            inner = getattr(statement, name, None)
            if isinstance(inner, list) and inner and isinstance(inner[0], ast.stmt):
                statement = copy.copy(statement)
                setattr(statement, name, self.block(inner))
        if isinstance(statement, ast.While) and _binds(statement.test):
            return self.primed(statement)
        if not isinstance(statement, SIMPLE):
            return [statement]
        above: list[ast.stmt] = []
        whole = self.whole(statement)
        if whole is not None:
            return whole
        new = _Hoist(self, above, statement).visit_statement(statement)
        return [*above, new]

    def primed(self, loop: ast.While) -> list[ast.stmt]:
        """`while (v := f(x)) > 0` with `v = f(x)` above it, and at each end of a turn."""
        above: list[ast.stmt] = []
        new = _Hoist(self, above, loop).visit_statement(copy.copy(loop))
        assert isinstance(new, ast.While)
        for statement in above:
            statement.changed = True  # type: ignore[attr-defined]
        ends = falls_through(new.body)
        new.body = [*_before_going_on(new.body, above), *(copied(above) if ends else [])]
        return [*above, new]

    def whole(self, statement: ast.stmt) -> list[ast.stmt] | None:
        """`y = [...]` and `y = sum(...)` as a loop that builds y, if it does not read y itself.

        `y = a if test else b` as a branch.
        """
        if isinstance(statement, VALUED) and self.is_choice(statement.value):
            return self.branch(statement, statement.value)
        if not isinstance(statement, ast.Assign) or len(statement.targets) != 1:
            return None
        target, value = statement.targets[0], statement.value
        if not isinstance(target, ast.Name):
            return None
        if any(isinstance(n, ast.Name) and n.id == target.id for n in walk(value)):
            return None
        if target.id in self.remade and not _is_sum(value):
            return None
        if (folded := self.folded(value)) is not None:
            return self.fold(folded, target.id)
        if (paired := self.paired(value)) is not None:
            return self.dict_of(paired, target.id)
        if (made := self.made(value)) is not None:
            above, value = made
            if isinstance(value, ast.ListComp):
                return [*above, *self.loop(value, target.id, adds=False)]
            return [*above, _with_value(statement, value)]
        found = self.found(value)
        return None if found is None else self.loop(found, target.id, _is_sum(value))

    def folded(self, value: ast.expr) -> Fold | None:
        """The loop that keeps one value which a call is, if it is to be written out."""
        here = isinstance(value, ast.Call) and (value.lineno, value.col_offset) in self.places
        return fold(value, self.words, self.fresh) if here else None

    def is_choice(self, value: ast.expr | None) -> TypeGuard[ast.IfExp]:
        """Whether a value is a conditional expression that is to be written out, or one with loops in it."""
        if not isinstance(value, ast.IfExp):
            return False
        arms = (value.body, value.orelse)
        here = hasattr(value, "chosen") or (value.lineno, value.col_offset) in self.places
        return here or any(_holds_any(a, self.places) for a in arms)

    def branch(self, statement: ast.stmt, value: ast.IfExp) -> list[ast.stmt]:
        """A statement in both arms of a branch, with the values of a conditional expression."""
        arms: list[list[ast.stmt]] = []
        for part in (value.body, value.orelse):
            arm = copy.copy(statement)
            arm.value, arm.changed, arm.made = part, True, True  # type: ignore[attr-defined]
            arms.append(self.statement(arm))
        above: list[ast.stmt] = []
        new = ast.copy_location(ast.If(value.test, *arms), statement)
        new.changed = True  # type: ignore[attr-defined]
        new = _Hoist(self, above, new).visit_statement(new)  # type: ignore[assignment]
        return [*above, new]

    def found(self, value: ast.expr) -> Comprehension | None:
        """The comprehension that a value is, or the generator that it sums or lists."""
        inner = value
        if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and len(value.args) == 1:
            word = value.func.id
            is_list = word in ("list", "sum") and not value.keywords and self.words.is_builtin(word)
            inner = value.args[0] if is_list and isinstance(value.args[0], ast.GeneratorExp) else value
            if is_list and _is_listed(value) and (value.lineno, value.col_offset) in self.places:
                return self.items_of(value)
        elif isinstance(value, ast.GeneratorExp):
            return None
        if isinstance(inner, (ast.ListComp, ast.GeneratorExp)):
            return inner if (inner.lineno, inner.col_offset) in self.places else None
        return None

    def items_of(self, call: ast.Call) -> ast.ListComp:
        """`list(xs)` as `[item for item in xs]`."""
        item = self.fresh("item")
        loop = ast.comprehension(ast.Name(item, ast.Store()), call.args[0], [], 0)
        new = ast.copy_location(ast.ListComp(ast.Name(item, ast.Load()), [loop]), call)
        for node in walk(new):
            if isinstance(node, ast.expr) and not hasattr(node, "lineno"):
                ast.copy_location(node, call)
        return new

    def loop(self, found: Comprehension, name: str, adds: bool) -> list[ast.stmt]:
        """The statements that build a list, or add up a sum, under a name."""
        read, store = ast.Name(name, ast.Load()), ast.Name(name, ast.Store())

        def step(item: ast.expr) -> list[ast.stmt]:
            if adds:
                return [ast.AugAssign(store, ast.Add(), item)]
            return [ast.Expr(ast.Call(ast.Attribute(read, "append", ast.Load()), [item], []))]

        return self.turns(found, name, ast.Constant(0) if adds else ast.List([], ast.Load()), step)

    def paired(self, value: ast.expr) -> ast.ListComp | None:
        """The pairs that a dict is made of, if that is to be written out."""
        here = (value.lineno, value.col_offset) in self.places
        return pairs(value, self.fresh, self.words.is_builtin) if here else None

    def dict_of(self, found: ast.ListComp, name: str) -> list[ast.stmt]:
        """The statements that make a dict of pairs, under a name."""

        def step(pair: ast.expr) -> list[ast.stmt]:
            assert isinstance(pair, ast.Tuple)
            place = ast.Subscript(ast.Name(name, ast.Load()), pair.elts[0], ast.Store())
            return [ast.Assign([place], pair.elts[1], lineno=0)]

        return self.turns(found, name, ast.Dict([], []), step)

    def fold(self, folded: Fold, name: str) -> list[ast.stmt]:
        """The statements that keep one value of what is gone through, under a name."""
        return self.turns(folded.items, name, folded.start, lambda item: folded.step(name, item))

    def turns(
        self,
        found: Comprehension,
        name: str,
        start: ast.expr,
        step: Callable[[ast.expr], list[ast.stmt]],
    ) -> list[ast.stmt]:
        """The statements that give a name its start, and take a step with each item."""
        found = self.renamed(found)
        inner = step(found.elt)
        for part in reversed(found.generators):
            for test in reversed(part.ifs):
                inner = [ast.If(test, inner, [])]
            inner = [ast.For(part.target, part.iter, inner, [], lineno=0)]
        statements: list[ast.stmt] = [ast.Assign([ast.Name(name, ast.Store())], start, lineno=0), *inner]
        return self.block(_placed(statements, found))

    def listed(self, value: ast.expr) -> Comprehension | None:
        """The generator of which the largest item is asked, or the like, if it is to be written out."""
        found = listed(value, self.words)
        return found if found is not None and (found.lineno, found.col_offset) in self.places else None

    def spread(self, value: ast.expr) -> tuple[str, list[ast.stmt]] | None:
        """The list of the operands of a call of `max`, with its name, if it is to be written out."""
        if not isinstance(value, ast.Call) or (value.lineno, value.col_offset) not in self.places:
            return None
        if not is_spread(value, self.words):
            return None
        name = self.fresh("items")
        return name, listing(value, name, self.fresh("item"))

    def is_largest(self, value: ast.expr) -> bool:
        """Whether a call gives the largest item of a list, and is to be written out."""
        there = isinstance(value, ast.Call) and (value.lineno, value.col_offset) in self.places
        return there and is_largest(value, self.words)

    def made(self, value: ast.expr) -> tuple[list[ast.stmt], ast.ListComp | ast.Subscript] | None:
        """A list that is put in order or repeated, or an item of one, and what stands above it."""
        if isinstance(value, ast.BinOp) and (value.lineno, value.col_offset) in self.places:
            return self.repeated(value)
        return self.ordered(value)

    def repeated(self, value: ast.BinOp) -> tuple[list[ast.stmt], ast.ListComp] | None:
        """`[x] * n` as `[x for _ in range(n)]`: n times the same object."""
        shown, count = (
            (value.left, value.right) if isinstance(value.left, ast.List) else (value.right, value.left)
        )
        one = isinstance(shown, ast.List) and len(shown.elts) == 1 and isinstance(value.op, ast.Mult)
        if not one or isinstance(shown.elts[0], ast.Starred) or not self.words.is_builtin("range"):  # type: ignore[attr-defined]
            return None
        above: list[ast.stmt] = []
        item = shown.elts[0]  # type: ignore[attr-defined]
        if not short(item):
            name = self.fresh("item")
            above.append(_given(name, item))
            item = ast.copy_location(ast.Name(name, ast.Load()), item)
        over = ast.Call(ast.Name("range", ast.Load()), [count], [])
        turns = ast.comprehension(ast.Name("_", ast.Store()), over, [], 0)
        new = ast.copy_location(ast.ListComp(item, [turns]), value)
        for part in walk(new):
            if isinstance(part, ast.expr) and not hasattr(part, "lineno"):
                ast.copy_location(part, value)
        return above, new

    def ordered(self, value: ast.expr) -> tuple[list[ast.stmt], ast.ListComp | ast.Subscript] | None:
        """The items of a list in an order, or one of them, by their places, and what finds these."""
        there = isinstance(value, ast.Call) and (value.lineno, value.col_offset) in self.places
        if not isinstance(value, ast.Call) or not there or not is_ordered(value, self.words):
            return None
        above: list[ast.stmt] = []
        whole = value.args[0]
        if not isinstance(whole, ast.Name) or (whole.lineno, whole.col_offset) in self.places:
            name = self.fresh("items")
            items = listed_items(value, self.words, self.fresh)
            if isinstance(items, ast.ListComp):
                above += self.loop(items, name, adds=False)
            else:
                above.append(_given(name, items))
            whole = ast.copy_location(ast.Name(name, ast.Load()), value)
        name = self.fresh(stem(value, self.words))
        try:
            above.append(_given(name, by_place(value, whole, self.words, self.fresh)))
        except Cannot:
            return None
        return above, in_order(value, whole, name, self.fresh)

    def renamed(self, found: Comprehension) -> Comprehension:
        """The comprehension with other names for its own, where the function has such names too."""
        targets = (n for g in found.generators for n in walk(g.target) if isinstance(n, ast.Name))
        own = dict.fromkeys(n.id for n in targets)
        names = {name: self.fresh(name) for name in own if name in self.taken}
        self.taken |= set(own) | set(names.values())
        new = copied(found)
        first = {id(n) for n in walk(new.generators[0].iter)}
        for node in walk(new):
            if isinstance(node, ast.Name) and node.id in names and id(node) not in first:
                node.id = names[node.id]
        return new


class _Hoist(Transformer):
    """Moves what is written out above a statement, as long as it is always computed, and first."""

    def __init__(self, work: _WriteOut, above: list[ast.stmt], statement: ast.stmt) -> None:
        self.work, self.above, self.statement = work, above, statement
        self.changed = False

    def visit_statement(self, statement: ast.stmt) -> ast.stmt:
        """The statement without what was moved."""
        new = copy.copy(statement)
        for name in ("value", "test", "iter"):
            value = getattr(statement, name, None)
            if isinstance(value, ast.expr) and _holds_any(value, self.work.places):
                setattr(new, name, self.visit(copied(value)))
        if not self.above and not self.changed:
            return statement
        new.changed = True  # type: ignore[attr-defined]
        return new

    def visit(self, node: ast.AST) -> ast.AST:
        """One expression; what may not be computed is left alone."""
        if isinstance(node, ast.expr) and (new := self._loop(node)) is not None:
            return new
        if isinstance(node, ast.expr) and self.work.is_choice(node):
            name = self.work.fresh("chosen")
            self.above += self.work.branch(_given(name, node), node)
            return ast.copy_location(ast.Name(name, ast.Load()), node)
        if isinstance(node, ast.BoolOp) and (node.lineno, node.col_offset) in self.work.places:
            return self._choice(node)
        if isinstance(node, ast.NamedExpr) and self._can_move(node):
            value = self.visit(node.value)
            assert isinstance(value, ast.expr)
            moved = ast.copy_location(ast.Assign([node.target], value, lineno=node.lineno), node)
            moved.made = True  # type: ignore[attr-defined]
            self.above.append(moved)
            return ast.copy_location(ast.Name(node.target.id, ast.Load()), node)
        if isinstance(node, (ast.BoolOp, ast.IfExp)):
            first = "test" if isinstance(node, ast.IfExp) else "values"
            value = getattr(node, first)
            setattr(
                node, first, [self.visit(value[0]), *value[1:]] if first == "values" else self.visit(value)
            )
            return node
        if isinstance(node, (ast.Lambda, ast.ListComp, ast.GeneratorExp, ast.DictComp, ast.SetComp)):
            return node
        return self.generic_visit(node)

    def _choice(self, node: ast.BoolOp) -> ast.expr:
        """`a or b` as `a if a else b`, and `a and b` as `b if a else a`."""
        self.changed = True
        first, *others = node.values
        first = self.visit(first)  # type: ignore[assignment]
        if not short(first):
            name = self.work.fresh("value")
            self.above.append(_given(name, first))
            first = ast.copy_location(ast.Name(name, ast.Load()), first)
        rest = ast.copy_location(ast.BoolOp(node.op, others), others[0]) if len(others) > 1 else others[0]
        if isinstance(rest, ast.BoolOp) and all(map(short, others[:-1])):
            rest = self._choice(rest)
        arms = (rest, copied(first)) if isinstance(node.op, ast.And) else (copied(first), rest)
        return ast.copy_location(ast.IfExp(first, *arms), node)

    def _loop(self, node: ast.expr) -> ast.expr | None:
        """The value of a loop that is moved above; None where there is none to move."""
        if (found := self.work.found(node)) is not None:
            name = self.work.fresh("total" if _is_sum(node) else "items")
            self.above += self.work.loop(found, name, _is_sum(node))
        elif (paired := self.work.paired(node)) is not None:
            name = self.work.fresh("items")
            self.above += self.work.dict_of(paired, name)
        elif (folded := self.work.folded(node)) is not None:
            name = self.work.fresh(folded.stem)
            self.above += self.work.fold(folded, name)
        elif (items := self.work.listed(node)) is not None:
            name = self.work.fresh("items")
            self.above += self.work.loop(items, name, adds=False)
            node.args = [ast.copy_location(ast.Name(name, ast.Load()), node)]  # type: ignore[attr-defined]
            return self.visit(node)  # type: ignore[return-value]
        elif (made := self.work.spread(node)) is not None:
            name, statements = made
            self.above += self.work.block(_placed(statements, node))
            node.args = [ast.copy_location(ast.Name(name, ast.Load()), node)]  # type: ignore[attr-defined]
            return self.visit(node)  # type: ignore[return-value]
        elif (found_made := self.work.made(node)) is not None:
            statements, value = found_made
            self.above += statements
            if isinstance(value, ast.Subscript):
                return value
            name = self.work.fresh("items")
            self.above += self.work.loop(value, name, adds=False)
        elif self.work.is_largest(node):
            return self._largest(node)  # type: ignore[arg-type]
        else:
            return None
        return ast.copy_location(ast.Name(name, ast.Load()), node)

    def _largest(self, node: ast.Call) -> ast.expr:
        """The largest item of a list, at its place, which is found above."""
        (whole,) = node.args
        own = isinstance(whole, ast.Name) and whole.id in self.work.of_user
        is_list = not own or (whole.lineno, whole.col_offset) not in self.work.places
        if not isinstance(whole, ast.Name):
            name, item = self.work.fresh("items"), self.work.fresh("item")
            each = ast.comprehension(ast.Name(item, ast.Store()), whole, [], 0)
            listed = ast.ListComp(ast.Name(item, ast.Load()), [each])
            self.above += self.work.loop(ast.copy_location(listed, node), name, adds=False)
            whole = node.args[0] = ast.copy_location(ast.Name(name, ast.Load()), node)
        name = self.work.fresh("largest" if node.func.id == "max" else "smallest")  # type: ignore[attr-defined]
        self.above.append(_given(name, place_of(node, is_list)))
        place = ast.copy_location(ast.Name(name, ast.Load()), node)
        return ast.copy_location(ast.Subscript(copied(whole), place, ast.Load()), node)

    def _can_move(self, node: ast.NamedExpr) -> bool:
        """Whether no part of the statement that stands before reads the name."""
        reads = (n for n in walk(self.statement) if isinstance(n, ast.Name) and n.id == node.target.id)
        before = (n for n in reads if isinstance(n.ctx, ast.Load))
        return all((n.lineno, n.col_offset) > (node.lineno, node.col_offset) for n in before)


def _placed(statements: list[ast.stmt], place: ast.expr) -> list[ast.stmt]:
    """Statements that are made, with what is new in them standing where an expression did."""
    for statement in statements:
        for node in walk(statement):
            if not getattr(node, "lineno", 0):
                ast.copy_location(node, place)
            node.made = True  # type: ignore[attr-defined]
    return statements


def _given(name: str, value: ast.expr) -> ast.Assign:
    """The statement that gives a name a value, where that stands."""
    target = ast.copy_location(ast.Name(name, ast.Store()), value)
    made = ast.copy_location(ast.Assign([target], value, lineno=value.lineno), value)
    made.made = True  # type: ignore[attr-defined]
    return made


def _remade(parts: list[ast.AST]) -> Iterator[str]:
    """The names of lists of which others are made in loops, that have their names.

    What has been put into such a list is nothing that a turn writes into, so it is made by another name.
    """
    loops = (part for part in parts if isinstance(part, (ast.For, ast.While)))
    for node in (part for loop in loops for part in walk(loop) if isinstance(part, ast.Assign)):
        target = node.targets[0]
        if isinstance(target, ast.Name) and isinstance(node.value, (ast.ListComp, ast.Call)):
            over = [g.iter for c in walk(node.value) if isinstance(c, ast.ListComp) for g in c.generators]
            if any(isinstance(n, ast.Name) and n.id == target.id for part in over for n in walk(part)):
                yield target.id


def _with_value(statement: ast.Assign, value: ast.expr) -> ast.Assign:
    new = copy.copy(statement)
    new.value, new.changed = value, True  # type: ignore[attr-defined]
    return new


def _is_sum(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "sum"


def _before_going_on(body: list[ast.stmt], first: list[ast.stmt]) -> list[ast.stmt]:
    """The body of a loop with statements before each `continue` that is its own."""
    out: list[ast.stmt] = []
    for statement in body:
        inner = isinstance(statement, (ast.For, ast.While))
        new = copy.copy(statement)
        for name in ("orelse",) if inner else ("body", "orelse"):
            if isinstance(getattr(new, name, None), list):
                setattr(new, name, _before_going_on(getattr(new, name), first))
        out += [*copied(first), new] if isinstance(statement, ast.Continue) else [new]
    return out


def _binds(value: ast.expr) -> bool:
    return any(isinstance(part, ast.NamedExpr) for part in walk(value))


def _holds_any(value: ast.expr, places: frozenset[Place]) -> bool:
    return any(
        isinstance(n, ast.NamedExpr)
        or hasattr(n, "chosen")
        or (isinstance(n, PLACED) and (n.lineno, n.col_offset) in places)
        for n in walk(value)
    )
