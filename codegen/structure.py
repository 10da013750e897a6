"""Statements with one way in and one way out: `return`, `break` and `continue` to plain branches.

What stands behind an `if` that leaves goes into its other arm; a `break` becomes a flag that is
asked at the end of the loop's body. After this step control flows through a block from its first
statement to its last, so that a mirror can be walked backwards.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from codegen.problems import Problem
from codegen.terms import RESIZING
from codegen.trees import child_nodes, copied, walk

LEAVING = (ast.Return, ast.Break, ast.Continue)
BLOCKS = (ast.If, ast.For, ast.While, ast.With)
SHORT = 12  # nodes of a `return` that is written out again
NESTED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
Fresh = Callable[[str], str]
Complain = Callable[[str, ast.AST, str, str], None]


@dataclass(frozen=True)
class Structured:
    """A function's body in which nothing leaves a block but at its end.

    `flags` are the names of loops' flags, by the id of the loop's node; `made` are the nodes that
    do not stand in the source.
    """

    body: tuple[ast.stmt, ...]
    flags: dict[int, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def ends(body: list[ast.stmt], fresh: Fresh) -> list[ast.stmt] | None:
    """The body with each `return` at the end of a way through it; None where that cannot be said.

    A function that gives nothing has none at all then.
    """

    def complain(*_: object) -> None:
        raise Loose

    try:
        new = _Ends(fresh, complain, gives(body)).block(body)
    except Loose:
        return None
    return None if gives(body) and falls_through(new) else new


def gives(body: list[ast.stmt]) -> bool:
    """Whether a `return` in a function's body gives something."""
    last_first = (node for statement in reversed(body) for node in walk(statement))
    return any(isinstance(node, ast.Return) and not _is_empty(node) for node in last_first)


@dataclass(frozen=True)
class Found:
    """Where a value that is returned waits for the end of what it leaves: its names, and the flag it sets."""

    names: tuple[str, ...]
    flag: str


def structured(body: list[ast.stmt], fresh: Fresh, complain: Complain) -> Structured:
    """The body with branches in the place of jumps; `fresh` gives names, `complain` takes problems."""
    work = _Structure(fresh, complain, gives(body))
    return Structured(tuple(work.block(body)), work.flags)


def leaves(statements: Iterable[ast.stmt]) -> bool:
    """Whether control may leave a block before its end, by a jump of its own."""
    return any(_jumps(statement, in_loop=False) for statement in statements)


def _jumps(node: ast.AST, in_loop: bool) -> bool:
    if isinstance(node, ast.Return):
        return True
    if isinstance(node, (ast.Break, ast.Continue)):
        return not in_loop
    if isinstance(node, (*NESTED, ast.expr)):
        return False
    if isinstance(node, (ast.For, ast.While)):
        return any(_jumps(s, True) for s in node.body) or any(_jumps(s, in_loop) for s in node.orelse)
    return any(_jumps(child, in_loop) for child in child_nodes(node))


def is_left(loop: ast.For) -> bool:
    """Whether control may leave a loop before its last turn."""
    return any(map(_breaks, loop.body)) or _returned(loop.body) is not None


def falls_through(statements: list[ast.stmt]) -> bool:
    """Whether the end of a block can be reached."""
    if not statements:
        return True
    last = statements[-1]
    if isinstance(last, (*LEAVING, ast.Raise)):
        return False
    if isinstance(last, ast.If):
        return falls_through(last.body) or falls_through(last.orelse)
    if isinstance(last, ast.While) and _is_endless(last):
        return any(map(_breaks, last.body))
    return falls_through(last.body) if isinstance(last, ast.With) else True


class _Structure:
    """Rewrites blocks; `flag` is that of the loop around the statements at hand.

    `valued` says whether the function gives a value; `found` is where it waits, where a statement is
    left by a `return` and more follows it.
    """

    def __init__(self, fresh: Fresh, complain: Complain, valued: bool) -> None:
        self.fresh, self.complain, self.valued = fresh, complain, valued
        self.found: Found | None = None
        self.flags: dict[int, str] = {}
        self.flag: str | None = None
        self.skips: list[str] = []  # flags that a jump sets, each of which skips what follows a branch

    def block(self, statements: list[ast.stmt]) -> list[ast.stmt]:
        """A block with what follows a leaving branch put into its other arm; one that is not empty."""
        out = self.joined(statements)
        if out and all(getattr(new, "gone", False) for new in out):
            out.append(ast.copy_location(ast.Pass(), out[-1]))
            out[-1].changed = True  # type: ignore[attr-defined]
        return out

    def joined(self, statements: list[ast.stmt]) -> list[ast.stmt]:
        """The statements of a block, with branches in the place of jumps."""
        out: list[ast.stmt] = []
        for position, statement in enumerate(statements):
            if not isinstance(statement, (*BLOCKS, *LEAVING)):
                out += self.one(statement)
                continue
            rest = statements[position + 1 :]
            if isinstance(statement, ast.If) and leaves([statement]) and not _raises(statement):
                out += self.branch(statement, rest)
                return out
            if isinstance(statement, (ast.For, ast.While)):
                known = _returned(statement.body) is not None
                first, behind = self.returning(statement, rest) if known else self.loop(statement)
                out += first
                if known or behind:
                    return [*out, *self.joined([*behind, *([] if known else rest)])]
                continue
            if isinstance(statement, ast.With) and rest and leaves([statement]):
                return [*out, *self.in_part(statement, rest)]
            out += self.one(statement)
            if isinstance(statement, LEAVING):
                if rest:
                    text = f"a statement after the {type(statement).__name__.lower()} is never reached"
                    self.complain("E105", rest[0], text, "delete it")
                return out
        return out

    def one(self, statement: ast.stmt) -> list[ast.stmt]:
        """A statement that control passes through."""
        if isinstance(statement, ast.Continue):
            return [self.set_flag(statement, True, skip) for skip in self.skips]
        if isinstance(statement, ast.Break):
            flags = [flag for flag in (self.flag, *self.skips) if flag]
            return [self.set_flag(statement, True, flag) for flag in flags] or [statement]
        if isinstance(statement, ast.Return):
            if self.found is not None:
                return _put(statement, self.found, self.complain)
            return [statement] if self.valued else []
        if isinstance(statement, (ast.If, ast.With)):
            return _checked(self.rebuilt(statement))
        return [statement]

    def rebuilt(self, statement: ast.If | ast.With) -> ast.stmt:
        """A branch or a context without jumps in it."""
        if isinstance(statement, ast.With):
            return ast.copy_location(ast.With(statement.items, self.block(statement.body)), statement)
        new = ast.If(statement.test, self.block(statement.body), self.block(statement.orelse))
        if _raises(new) and any(hasattr(part, "changed") for part in (statement, *new.body)):
            new.changed = True  # type: ignore[attr-defined]
        return _as_made(new, statement)

    def branch(self, statement: ast.If, rest: list[ast.stmt]) -> list[ast.stmt]:
        """An `if` that leaves: what follows it belongs to the arm that does not."""
        body, orelse = list(statement.body), list(statement.orelse)
        through = [falls_through(body), falls_through(orelse)]
        if all(through) and rest:
            inner = _only_branch(statement)
            if inner is not None:
                return self.branch(inner, rest)
            if not _is_short(rest):
                return self.in_part(statement, rest)
        if through[0]:
            body += rest
        if through[1] or not through[0]:
            orelse += copied(rest) if through[0] else rest
        new_body, new_orelse = self.block(body), self.block(orelse)
        test = statement.test
        if not new_body:
            test = ast.copy_location(negated(test), test)
            new_body, new_orelse = new_orelse, []
        if not new_body:
            return []
        return _checked(ast.copy_location(ast.If(test, new_body, new_orelse), statement))

    def in_part(self, statement: ast.If | ast.With, rest: list[ast.stmt]) -> list[ast.stmt]:
        """A statement of which only a part leaves: a flag says whether what follows it runs."""
        first = _returned([statement])
        if first is None:
            return self.skipping(statement, rest)
        if self.found is not None:
            return [self.rebuilt(statement), *self.unless(self.found.flag, rest)]
        self.found = found = self.place_for(first)
        start, new = self.set_flag(statement, False, found.flag), self.rebuilt(statement)
        self.found = None
        return [start, new, *self.branch(_if_returned(found, first), rest)]

    def place_for(self, first: ast.Return) -> Found:
        """Names for what a `return` gives, and a flag."""
        count = 0 if _is_empty(first) else len(first.value.elts) if isinstance(first.value, ast.Tuple) else 1
        names = tuple(self.fresh("found") for _ in range(count))
        return Found(names, self.fresh("returned"))

    def unless(self, flag: str, rest: list[ast.stmt]) -> list[ast.stmt]:
        """Statements that run unless a flag is set."""
        following = self.block(rest)
        return [_unless(flag, following, rest[0])] if following else []

    def skipping(self, statement: ast.If | ast.With, rest: list[ast.stmt]) -> list[ast.stmt]:
        """A statement of which a part jumps to the end of a turn."""
        following = self.block(rest)
        if not following:
            return (
                [self.rebuilt(statement)] if isinstance(statement, ast.With) else self.branch(statement, [])
            )
        flag = self.fresh("skipped")
        self.skips.append(flag)
        first = self.rebuilt(statement)
        self.skips.pop()
        return [self.set_flag(statement, False, flag), first, _unless(flag, following, rest[0])]

    def returning(
        self, statement: ast.For | ast.While, rest: list[ast.stmt]
    ) -> tuple[list[ast.stmt], list[ast.stmt]]:
        """A loop that returns is left with the value, which is returned behind it.

        Where a `break` leaves it too, or an inner loop returns, a flag of its own says what it was.
        """
        first = _returned(statement.body)
        assert first is not None
        breaks = any(map(_breaks, statement.body))
        alone = not breaks and not _inner_returns(statement) and self.found is None
        found = self.found or self.place_for(first)
        if alone:
            found = Found(found.names, self.fresh("stopped"))
        loop = copy.copy(statement)
        loop.body = _Leave(Found(found.names, "") if alone else found, self.complain).block(statement.body)
        loop.orelse = []
        own = found.flag if alone else self.fresh("stopped")
        start = [] if self.found is not None else [self.set_flag(statement, False, found.flag)]
        others = [*statement.orelse, *rest]
        if statement.orelse and breaks:
            start.append(self.set_flag(statement, False, own))
            others = [_unless(own, statement.orelse, statement.orelse[0]), *rest]
        turns, _ = self.loop(loop, own)
        if self.found is not None:
            return [*start, *turns], [_unless(found.flag, others, others[0])] if others else []
        if _is_endless(statement) and not breaks:
            start = [] if alone else start
            return [*start, *turns], [*_if_returned(found, first).body, *rest]
        behind = _if_returned(found, first)
        behind.orelse = others
        return [*start, *turns], [behind]

    def loop(self, statement: ast.For | ast.While, flag: str = "") -> tuple[list[ast.stmt], list[ast.stmt]]:
        """A loop; one with a `break` is given a flag. What its `else` holds is to stand behind it."""
        breaks = any(map(_breaks, statement.body))
        before, self.flag = self.flag, (flag or self.fresh("stopped")) if breaks else None
        skips, self.skips = self.skips, []
        found, self.found = self.found, None
        own, body = self.flag, self.block(statement.body)
        self.flag, self.skips, self.found = before, skips, found
        if not body:  # a `continue` alone
            body = [ast.copy_location(ast.Pass(), statement.body[0])]
            if not isinstance(statement.body[0], ast.Continue):
                body[0].changed = True  # type: ignore[attr-defined]
        if own is not None:
            body.insert(0, self.set_flag(statement.body[0], False, own))
        if isinstance(statement, ast.For):
            new: ast.For | ast.While = ast.For(statement.target, statement.iter, body, [])
        else:
            new = ast.While(statement.test, body, [])
        ast.copy_location(new, statement)
        if own is not None:
            self.flags[id(new)] = own
        if not statement.orelse or own is None:
            return [new], statement.orelse
        start = self.set_flag(statement, False, own)
        return [start, new], [_unless(own, statement.orelse, statement.orelse[0])]

    def set_flag(self, place: ast.stmt, value: bool, flag: str = "") -> ast.stmt:
        """The statement that sets a flag, if no other then that of the loop around it."""
        assert flag or self.flag
        target = ast.Name(flag or self.flag or "", ast.Store())
        new = ast.Assign([target], ast.Constant(value), lineno=place.lineno)
        for node in walk(new):
            ast.copy_location(node, place)
        if isinstance(place, (ast.If, ast.For, ast.While)):
            new.end_lineno = place.lineno  # comments in the block are still to come
        new.made = True  # type: ignore[attr-defined]
        return new


class Loose(Exception):
    """A function cannot be left at the ends of its ways alone."""


class _Ends(_Structure):
    """Leaves loops as they are, but for what they return."""

    def loop(self, statement: ast.For | ast.While, flag: str = "") -> tuple[list[ast.stmt], list[ast.stmt]]:
        """A loop that does not return."""
        if _returned([statement]) is not None:
            raise Loose
        return [statement], []

    def returning(
        self, statement: ast.For | ast.While, rest: list[ast.stmt]
    ) -> tuple[list[ast.stmt], list[ast.stmt]]:
        """A loop that is left by a `break` where it returns."""
        first = _returned(statement.body)
        if first is None or _returned(statement.orelse) is not None:
            raise Loose
        found = self.found or self.place_for(first)
        loop = copy.copy(statement)
        loop.body = _Leave(found, self.complain).block(statement.body)
        if self.found is not None:
            return [loop], [_unless(found.flag, rest, rest[0])] if rest else []
        start, behind = self.set_flag(statement, False, found.flag), _if_returned(found, first)
        if _is_endless(statement) and not any(map(_breaks, statement.body)):
            return [start, loop], [*behind.body, *rest]
        behind.orelse = rest
        return [start, loop], [behind]


class _Leave:
    """Puts the value that a loop returns under names, and leaves the loop; a flag tells loops around."""

    def __init__(self, found: Found, complain: Complain) -> None:
        self.found, self.complain = found, complain

    def block(self, statements: list[ast.stmt]) -> list[ast.stmt]:
        """A block without `return`."""
        return [new for statement in statements for new in self.statement(statement)]

    def statement(self, statement: ast.stmt) -> list[ast.stmt]:
        """What stands in the place of a statement."""
        if isinstance(statement, ast.Return):
            leave = ast.copy_location(ast.Break(), statement)
            return [*_put(statement, self.found, self.complain), leave]
        if isinstance(statement, NESTED):
            return [statement]
        inner = isinstance(statement, (ast.For, ast.While)) and _returned(statement.body) is not None
        new = copy.copy(statement)
        for name in ("body", "orelse"):
            block = getattr(statement, name, None)
            if isinstance(block, list):
                setattr(new, name, self.block(block))
        if not inner:
            return [new]
        leave_too = ast.If(ast.Name(self.found.flag, ast.Load()), [ast.Break()], [])
        for node in walk(leave_too):
            ast.copy_location(node, statement)
        leave_too.made = True  # type: ignore[attr-defined]
        return [new, leave_too]


def _put(node: ast.Return, found: Found, complain: Complain) -> list[ast.stmt]:
    """The statements that put what is returned where it waits, and set the flag, if there is one."""
    value = None if _is_empty(node) else node.value
    parts = value.elts if isinstance(value, ast.Tuple) else [value] if value is not None else []
    if len(parts) != len(found.names):
        text = f"this returns {len(parts)} values, another `return` {len(found.names)}"
        complain("E105", node, text, "return as many everywhere")
        return []
    targets: list[ast.expr] = [ast.Name(name, ast.Store()) for name in found.names]
    made: list[ast.stmt] = []
    if value is not None:
        target = targets[0] if len(targets) == 1 else ast.Tuple(targets, ast.Store())
        made.append(ast.Assign([target], value))
        made[0].changed = True  # type: ignore[attr-defined]
    if found.flag:
        made.append(ast.Assign([ast.Name(found.flag, ast.Store())], ast.Constant(True)))
        made[-1].made = True  # type: ignore[attr-defined]
        ast.copy_location(made[-1].value, node)  # type: ignore[attr-defined]
    for statement in made:
        for part in (statement, *walk(statement.targets[0])):  # type: ignore[attr-defined]
            ast.copy_location(part, node)
    return made


def _if_returned(found: Found, first: ast.Return) -> ast.If:
    """The branch that returns what waits, if it does."""
    read: list[ast.expr] = [ast.Name(name, ast.Load()) for name in found.names]
    value = None if not read else read[0] if len(read) == 1 else ast.Tuple(read, ast.Load())
    behind = ast.If(ast.Name(found.flag, ast.Load()), [ast.Return(value)], [])
    for node in walk(behind):
        ast.copy_location(node, first)
    behind.body[0].made = behind.made = True  # type: ignore[attr-defined]
    return behind


def _unless(flag: str, statements: list[ast.stmt], place: ast.stmt) -> ast.If:
    """The branch that runs statements unless a flag is set."""
    test = ast.UnaryOp(ast.Not(), ast.Name(flag, ast.Load()))
    behind = ast.If(test, statements, [])
    for node in (behind, test, test.operand):
        ast.copy_location(node, place)
    return behind


def _only_branch(statement: ast.If) -> ast.If | None:
    """`if a: if b: ...` as `if a and b: ...`."""
    inner = statement.body[0]
    if len(statement.body) > 1 or not isinstance(inner, ast.If) or statement.orelse or inner.orelse:
        return None
    tests = (
        t.values if isinstance(t, ast.BoolOp) and isinstance(t.op, ast.And) else [t]
        for t in (statement.test, inner.test)
    )
    test = ast.copy_location(
        ast.BoolOp(ast.And(), [part for parts in tests for part in parts]), statement.test
    )
    return ast.copy_location(ast.If(test, inner.body, []), statement)


def _is_short(rest: list[ast.stmt]) -> bool:
    """Whether statements are one short `return`, which a person would write in both arms."""
    return len(rest) == 1 and isinstance(rest[0], ast.Return) and len(list(ast.walk(rest[0]))) <= SHORT


def _is_empty(node: ast.Return) -> bool:
    """Whether a `return` gives nothing."""
    return node.value is None or (isinstance(node.value, ast.Constant) and node.value.value is None)


def _returned(statements: Iterable[ast.AST]) -> ast.Return | None:
    """The first `return` in statements, if they have one."""
    for child in statements:
        if isinstance(child, ast.Return):
            return child
        inner = child_nodes(child)
        if not isinstance(child, (*NESTED, ast.expr)) and (found := _returned(inner)) is not None:
            return found
    return None


def _inner_returns(loop: ast.For | ast.While) -> bool:
    """Whether a loop in a loop returns."""
    inner = (n for s in loop.body for n in walk(s) if isinstance(n, (ast.For, ast.While)))
    return any(_returned(n.body) is not None for n in inner)


def _raises(statement: ast.If) -> bool:
    """Whether an `if` is a check: it raises, and does nothing else."""
    return len(statement.body) == 1 and isinstance(statement.body[0], ast.Raise) and not statement.orelse


def _as_made(new: ast.If, old: ast.stmt) -> ast.If:
    """A branch in the place of another one, that stands in the source if that does."""
    if getattr(old, "made", False):
        new.made = True  # type: ignore[attr-defined]
    return ast.copy_location(new, old)


def always_raises(statements: list[ast.stmt]) -> bool:
    """Whether each way through a block without jumps ends in a `raise`."""
    last = statements[-1] if statements else None
    if isinstance(last, ast.If):
        return always_raises(last.body) and always_raises(last.orelse)
    return isinstance(last, ast.Raise)


def _checked(statement: ast.stmt) -> list[ast.stmt]:
    """A branch; where one of its arms raises, a check with the other arm behind it."""
    if not isinstance(statement, ast.If):
        return [statement]
    for arm, other, turned in (
        (statement.body, statement.orelse, False),
        (statement.orelse, statement.body, True),
    ):
        if always_raises(arm) and other and not (turned and len(arm) > 1):  # in the user's order
            test = ast.copy_location(negated(statement.test), statement.test) if turned else statement.test
            check = _as_made(ast.If(test, arm, []), statement)
            check.end_lineno = statement.lineno  # comments in the other arm are still to come
            check.changed = True  # type: ignore[attr-defined]
            return [check, *other]
    return [statement]


def changed(nodes: Iterable[ast.AST]) -> dict[str, None]:
    """The names that statements give new values to, or write into, in order; not on ways that raise."""
    found: dict[str, None] = {}
    for node in (part for whole in nodes for part in _going_on(whole)):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found[node.id] = None
        elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store):
            inner: ast.expr = node
            while isinstance(inner, (ast.Subscript, ast.Attribute)):
                inner = inner.value
            if isinstance(inner, ast.Name):
                found[inner.id] = None
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr == "at" and node.args and isinstance(node.args[0], ast.Name):
                found[node.args[0].id] = None
            elif node.func.attr in RESIZING:
                whole = (
                    node.func.value.value if isinstance(node.func.value, ast.Subscript) else node.func.value
                )
                found |= {whole.id: None} if isinstance(whole, ast.Name) else {}
    return found


def _going_on(node: ast.AST) -> Iterator[ast.AST]:
    """A node and what is in it, level by level, without arms that raise."""
    level = [node]
    while level:
        yield from level
        arms = [s for n in level if isinstance(n, ast.If) and always_raises(n.body) for s in n.body]
        level = [child for n in level for child in child_nodes(n) if child not in arms]


def _is_endless(loop: ast.For | ast.While) -> bool:
    """Whether a loop is only left by a jump."""
    return isinstance(loop, ast.While) and isinstance(loop.test, ast.Constant) and bool(loop.test.value)


def _breaks(node: ast.AST) -> bool:
    if isinstance(node, ast.Break):
        return True
    if isinstance(node, (*NESTED, ast.expr)):
        return False
    if isinstance(node, (ast.For, ast.While)):
        return any(map(_breaks, node.orelse))
    return any(_breaks(child) for child in child_nodes(node))


OPPOSITE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}


def negated(test: ast.expr) -> ast.expr:
    """The opposite of a test; an order is not turned around, since nan is in none."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return test.operand
    if isinstance(test, ast.Compare) and len(test.ops) == 1 and type(test.ops[0]) in OPPOSITE:
        return ast.Compare(test.left, [OPPOSITE[type(test.ops[0])]()], test.comparators)
    return ast.UnaryOp(ast.Not(), test)
